import { Module } from '@nestjs/common'
import { BooksModule } from '../books/books.module'
import { LoansController } from './loans.controller'
import { LoansService } from './loans.service'

@Module({
  imports: [BooksModule],
  controllers: [LoansController],
  providers: [LoansService],
})
export class LoansModule {}
