import { CurrentUser, Get, JsonController } from 'routing-controllers'
import type { Cook } from './cooks'

@JsonController('/account')
export class AccountController {
  @Get()
  me(@CurrentUser({ required: true }) cook: Cook): { name: string; role: 'cook' | 'chef' } {
    return { name: cook.name, role: cook.role }
  }
}
