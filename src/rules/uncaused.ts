import type { UnpricedFinding } from '../model/cost.js'

/** A finding before it is known which others have the same cause. */
export type Uncaused = Omit<UnpricedFinding, 'cause'>
