import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { AuthService } from './auth.service'
import { IS_PUBLIC_KEY } from './public'
import type { SessionRequest } from './session'

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly auth: AuthService,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const open = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC_KEY, [context.getHandler(), context.getClass()])
    if (open) {
      return true
    }
    const request = context.switchToHttp().getRequest<SessionRequest>()
    const [scheme, token] = request.headers.authorization?.split(' ') ?? []
    const session = scheme === 'Bearer' && token ? this.auth.sessionOf(token) : undefined
    if (!session) {
      throw new UnauthorizedException()
    }
    request.session = session
    return true
  }
}
