import type { Money } from './money.js'

export type Capability = 'chat' | 'completion' | 'embedding'

export interface Model {
  id: string
  provider: 'anthropic' | 'mistral' | 'local'
  capabilities: Capability[]
  contextWindow: number
  inputPrice: Money
  deprecatedAt?: Date
}
