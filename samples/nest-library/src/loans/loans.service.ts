import { randomUUID } from 'node:crypto'
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common'
import { BooksService } from '../books/books.service'
import { type Loan, LoanStatus } from './loan'
import { LendDto } from './loan.dto'

const DAY = 24 * 60 * 60 * 1000

@Injectable()
export class LoansService {
  private readonly loans = new Map<string, Loan>()

  constructor(private readonly books: BooksService) {}

  list(member: string, status?: LoanStatus): Loan[] {
    return [...this.loans.values()].filter(
      (loan) => loan.member === member && (status === undefined || loan.status === status),
    )
  }

  lend(member: string, { bookId, days = 28 }: LendDto): Loan {
    const book = this.books.find(bookId)
    const lent = [...this.loans.values()].filter((loan) => loan.book === bookId && loan.returnedAt === null)
    if (lent.length >= book.copies) {
      throw new ConflictException('Every copy is lent')
    }
    const now = Date.now()
    const loan: Loan = {
      id: randomUUID(),
      book: book.id,
      member,
      status: LoanStatus.Open,
      lentAt: new Date(now),
      dueAt: new Date(now + days * DAY),
      returnedAt: null,
    }
    this.loans.set(loan.id, loan)
    return loan
  }

  giveBack(id: string): Loan {
    const loan = this.loans.get(id)
    if (!loan) {
      throw new NotFoundException(`There is no loan ${id}`)
    }
    const returned: Loan = { ...loan, status: LoanStatus.Returned, returnedAt: new Date() }
    this.loans.set(id, returned)
    return returned
  }
}
