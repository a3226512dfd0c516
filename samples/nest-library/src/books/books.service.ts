import { randomUUID } from 'node:crypto'
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common'
import { from, type Observable, toArray } from 'rxjs'
import { type Page, pageOf } from '../common/page'
import { type Book, Genre, type GenreCount } from './book'
import { BookQuery, CreateBookDto, UpdateBookDto } from './book.dto'

@Injectable()
export class BooksService {
  private readonly books = new Map<string, Book>()

  search({ genre, q, ...page }: BookQuery): Page<Book> {
    const found = [...this.books.values()]
      .filter((book) => genre === undefined || book.genre === genre)
      .filter((book) => q === undefined || book.title.toLowerCase().includes(q.toLowerCase()))
    return pageOf(found, page)
  }

  countByGenre(): Observable<GenreCount[]> {
    const books = [...this.books.values()]
    const counts = Object.values(Genre).map((genre) => ({
      genre,
      books: books.filter((book) => book.genre === genre).length,
    }))
    return from(counts).pipe(toArray())
  }

  find(id: string): Book {
    const book = this.books.get(id)
    if (!book) {
      throw new NotFoundException(`There is no book ${id}`)
    }
    return book
  }

  add(values: CreateBookDto): Book {
    if ([...this.books.values()].some((book) => book.isbn === values.isbn)) {
      throw new ConflictException(`The library has ${values.isbn} already`)
    }
    const book: Book = { copies: 1, ...values, id: randomUUID() }
    this.books.set(book.id, book)
    return book
  }

  change(id: string, values: UpdateBookDto): Book {
    const book: Book = { ...this.find(id), ...values }
    this.books.set(id, book)
    return book
  }

  remove(id: string): void {
    this.find(id)
    this.books.delete(id)
  }
}
