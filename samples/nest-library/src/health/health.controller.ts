import { Controller, Get } from '@nestjs/common'
import { Public } from '../auth/public'

@Controller()
export class HealthController {
  @Public()
  @Get('health')
  check() {
    return { status: 'ok' as const, uptime: process.uptime() }
  }
}
