import type { rules } from './index.js'

export type RuleId = keyof typeof rules
