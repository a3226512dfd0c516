import type { AuditResult } from '../model/audit-result.js'
import type { AuditOptions } from '../model/options.js'

/**
 * Gives what `audit` would. Where the options come with a memory and nothing that an earlier run has read is different, its answer is
 * taken, and neither the compiler nor the validators are loaded. What git tells of the past is no file, so that an audit that asks
 * for it only remembers its two sides.
 */
export async function rememberedAudit(options: AuditOptions): Promise<AuditResult> {
  const read = async (watched: AuditOptions): Promise<AuditResult> => (await import('../audit.js')).audit(watched)
  const { memory, journal, snapshot, history, onProgress, ...settings } = options
  if (memory === undefined || history !== undefined) return read(options)
  return memory.recall<AuditResult>({
    kind: 'audit',
    settings: JSON.stringify(settings),
    snapshot,
    journal,
    read: (watch) => read({ ...options, journal: watch }),
    isKept: (result) => result.ok && (result.unread ?? []).length === 0,
  })
}
