import { randomUUID } from 'node:crypto'
import type { ApiKey, Scope, Tokens, User } from '../domain/user.js'

const ada: User = {
  id: 'usr_ada',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'admin',
  createdAt: new Date('2026-01-05T09:00:00Z'),
}
const bob: User = {
  id: 'usr_bob',
  email: 'bob@example.com',
  name: 'Bob',
  role: 'member',
  createdAt: new Date('2026-02-11T14:30:00Z'),
}

const users = [ada, bob]
const tokens = new Map<string, User>([
  ['ada-token', ada],
  ['bob-token', bob],
])
const refreshTokens = new Map<string, User>([['ada-refresh', ada]])
const keys = new Map<string, ApiKey>()

function issue(user: User): Tokens {
  const accessToken = randomUUID()
  const refreshToken = randomUUID()
  tokens.set(accessToken, user)
  refreshTokens.set(refreshToken, user)
  return { accessToken, refreshToken, expiresIn: 3600 }
}

export const sessions = {
  userOf: (token: string): User | undefined => tokens.get(token),
  login(email: string, password: string): Tokens | undefined {
    const user = users.find((known) => known.email === email)
    return user && password === 'correct horse' ? issue(user) : undefined
  },
  refresh(refreshToken: string): Tokens | undefined {
    const user = refreshTokens.get(refreshToken)
    return user ? issue(user) : undefined
  },
  logout(token: string): void {
    tokens.delete(token)
  },
  keys: (): ApiKey[] => [...keys.values()],
  addKey(name: string, scopes: Scope[]): ApiKey & { secret: string } {
    const key: ApiKey = { id: randomUUID(), name, scopes, lastUsedAt: null, createdAt: new Date() }
    keys.set(key.id, key)
    return { ...key, secret: `sk-${randomUUID()}` }
  },
  dropKey: (id: string): boolean => keys.delete(id),
}
