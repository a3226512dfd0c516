import type { Journal } from './journal.js'
import type { Snapshot } from './snapshot.js'

/** Where to look: in the folder, or in the snapshot that stands for it; and who is told what was seen. */
export interface Place {
  /** Absolute. */
  readonly root: string
  /** Below the root; the root itself where absent. */
  readonly folder?: string
  readonly snapshot?: Snapshot | undefined
  readonly journal?: Journal | undefined
}
