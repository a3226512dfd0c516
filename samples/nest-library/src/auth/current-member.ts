import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { SessionRequest } from './session'

/** The id of the member whose token came with the request. */
export const CurrentMember = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<SessionRequest>().session?.memberId
})
