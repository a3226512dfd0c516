import type { Journal } from '../model/journal.js'
import type { Memory } from '../model/memory.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'

/** What is asked, and the settings that the answer depends on. */
interface Asked<Value> {
  readonly kind: string
  readonly settings: unknown
  read(journal: Journal): Promise<Result<Value, UserError>>
}

/** Answers from the memory of earlier runs where the options give one; a mistake of the user is never kept. */
export async function recalled<Value>(
  { memory, journal, snapshot }: AuditOptions,
  { kind, settings, read }: Asked<Value>,
): Promise<Result<Value, UserError>> {
  if (memory === undefined) return read(journal ?? { saw() {} })
  return (memory satisfies Memory).recall<Result<Value, UserError>>({
    kind,
    settings: JSON.stringify(settings),
    snapshot,
    journal,
    read,
    isKept: ({ ok }) => ok,
  })
}
