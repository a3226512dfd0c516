import type { Request } from 'express'
import type { Role } from './roles'

/** Who a bearer token belongs to. */
export interface Session {
  memberId: string
  role: Role
}

export interface SessionRequest extends Request {
  session?: Session
}
