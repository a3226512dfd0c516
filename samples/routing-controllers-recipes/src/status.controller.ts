import { Controller, Get, Redirect } from 'routing-controllers'

@Controller('/status')
export class StatusController {
  @Get()
  text(): string {
    return 'cooking'
  }

  @Get('/docs')
  @Redirect('/docs.html')
  docs() {}
}
