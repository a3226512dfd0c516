import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  NotFoundException,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common'
import type { Observable } from 'rxjs'
import { Public } from '../auth/public'
import { Role, Roles } from '../auth/roles'
import { RolesGuard } from '../auth/roles.guard'
import type { Page } from '../common/page'
import { BOOKS } from '../common/routes'
import type { Book, GenreCount } from './book'
import { BookQuery, CreateBookDto, UpdateBookDto } from './book.dto'
import { BooksService } from './books.service'

@Controller(BOOKS)
@UseGuards(RolesGuard)
export class BooksController {
  constructor(private readonly books: BooksService) {}

  @Public()
  @Get()
  search(@Query() query: BookQuery): Page<Book> {
    return this.books.search(query)
  }

  @Public()
  @Get('genres')
  @Header('Cache-Control', 'public, max-age=60')
  genres(): Observable<GenreCount[]> {
    return this.books.countByGenre()
  }

  @Public()
  @Get(':id')
  async find(@Param('id', ParseUUIDPipe) id: string): Promise<Book> {
    return this.books.find(id)
  }

  @Get(':id/copies/:number')
  copy(@Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number) {
    const book = this.books.find(id)
    if (number < 1 || number > book.copies) {
      throw new NotFoundException(`${book.title} has ${book.copies} copies`)
    }
    return { book: book.id, number, label: `${book.isbn}/${number}` }
  }

  @Roles(Role.Librarian)
  @Post()
  add(@Body() values: CreateBookDto): Book {
    return this.books.add(values)
  }

  @Roles(Role.Librarian)
  @Patch(':id')
  async change(@Param('id', ParseUUIDPipe) id: string, @Body() values: UpdateBookDto): Promise<Book> {
    return this.books.change(id, values)
  }

  @Roles(Role.Librarian)
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    this.books.remove(id)
  }
}
