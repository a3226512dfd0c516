import { type ReporterId, reporters } from '../reporters/index.js'

/** What `--format` of an audit takes: every reporter, and the blob, which is no text for a reader. */
export type FormatId = ReporterId | 'blob'

export const reporterIds = Object.keys(reporters).filter((id): id is ReporterId => Object.hasOwn(reporters, id))
export const formatIds: readonly FormatId[] = [...reporterIds, 'blob']
