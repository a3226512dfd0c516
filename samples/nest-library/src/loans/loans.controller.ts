import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common'
import { CurrentMember } from '../auth/current-member'
import routes from '../common/routes'
import { LoanStatus } from './loan'
import { LendDto } from './loan.dto'
import { LoansService } from './loans.service'

@Controller({ path: routes.loans })
export class LoansController {
  constructor(private readonly loans: LoansService) {}

  @Get()
  async list(
    @CurrentMember() member: string,
    @Query('status', new ParseEnumPipe(LoanStatus, { optional: true })) status?: LoanStatus,
  ) {
    return this.loans.list(member, status)
  }

  @Post()
  lend(@CurrentMember() member: string, @Body() values: LendDto) {
    return this.loans.lend(member, values)
  }

  @Post(':id/return')
  @HttpCode(HttpStatus.OK)
  giveBack(@Param('id', ParseUUIDPipe) id: string) {
    return this.loans.giveBack(id)
  }
}
