import { Module } from '@nestjs/common'
import { AuthModule } from './auth/auth.module'
import { BooksModule } from './books/books.module'
import { HealthController } from './health/health.controller'
import { LoansModule } from './loans/loans.module'
import { MembersModule } from './members/members.module'

@Module({
  imports: [AuthModule, BooksModule, MembersModule, LoansModule],
  controllers: [HealthController],
})
export class AppModule {}
