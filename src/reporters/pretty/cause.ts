import type { Finding } from '../../model/finding.js'

/** One thing to mend: the finding that tells it, and every finding that goes away with it. */
export interface Cause {
  readonly finding: Finding
  readonly findings: readonly Finding[]
}

/** Causes that reach the same endpoints, told under one heading. */
export interface Section {
  /** The project that they are of, where several are audited. */
  readonly project?: string
  /** `GET /pets`; empty for a fault of the document itself. */
  readonly endpoints: readonly string[]
  readonly causes: readonly Cause[]
}
