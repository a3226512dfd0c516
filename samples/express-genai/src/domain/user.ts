export type Role = 'admin' | 'member'

export interface User {
  id: string
  email: string
  name: string
  role: Role
  createdAt: Date
}

export type Scope = 'chat' | 'embeddings' | 'documents' | 'admin'

export interface ApiKey {
  id: string
  name: string
  scopes: Scope[]
  lastUsedAt: Date | null
  createdAt: Date
}

export interface Tokens {
  accessToken: string
  refreshToken: string
  expiresIn: number
}
