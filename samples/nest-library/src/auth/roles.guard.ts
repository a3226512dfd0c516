import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { ROLES_KEY, type Role } from './roles'
import type { SessionRequest } from './session'

/** Refuses whoever lacks the role that a route asks for; Nest answers 403. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_KEY, [
      context.getHandler(),
      context.getClass(),
    ])
    const { session } = context.switchToHttp().getRequest<SessionRequest>()
    return !roles || (session !== undefined && roles.includes(session.role))
  }
}
