import { randomUUID } from 'node:crypto'
import { Injectable, UnauthorizedException } from '@nestjs/common'
import { MembersStore } from '../members/members.store'
import { LoginDto } from './login.dto'
import type { Session } from './session'

const LIFETIME_SECONDS = 3600

export interface Token {
  accessToken: string
  expiresIn: number
}

@Injectable()
export class AuthService {
  private readonly sessions = new Map<string, Session>()

  constructor(private readonly members: MembersStore) {}

  login({ card, pin }: LoginDto): Token {
    const member = this.members.byCard(card)
    if (!member || member.pin !== pin) {
      throw new UnauthorizedException('Unknown card or wrong pin')
    }
    const accessToken = randomUUID()
    this.sessions.set(accessToken, { memberId: member.id, role: member.role })
    return { accessToken, expiresIn: LIFETIME_SECONDS }
  }

  sessionOf(token: string): Session | undefined {
    return this.sessions.get(token)
  }
}
