import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common'
import routes from '../common/routes'
import { AuthService } from './auth.service'
import { LoginDto } from './login.dto'
import { Public } from './public'

@Controller(routes.auth)
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @Post('login')
  @HttpCode(HttpStatus.OK)
  login(@Body() credentials: LoginDto) {
    return this.auth.login(credentials)
  }
}
