export enum LoanStatus {
  Open = 'open',
  Returned = 'returned',
  Overdue = 'overdue',
}

export interface Loan {
  id: string
  book: string
  member: string
  status: LoanStatus
  lentAt: Date
  dueAt: Date
  returnedAt: Date | null
}
