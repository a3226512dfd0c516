import type { AuditResult } from '../../model/audit-result.js'
import { reportOfProject } from '../../model/project-report.js'

type Audited = Extract<AuditResult, { ok: true }>

/** What an audit found of one of several projects, as if it had been audited alone; of an audit without projects, itself. */
export function narrowed<Audit extends Audited>(audit: Audit, name: string | undefined): Audit {
  const details = name === undefined ? undefined : audit.details.projects?.get(name)
  if (name === undefined || details === undefined) return audit
  const ownOf = <Item extends { readonly project?: string }>(items: readonly Item[]): readonly Item[] =>
    items.filter(({ project }) => project === name)
  const { code, spec, unresolved, ignored } = audit.routes
  return {
    ...audit,
    report: reportOfProject(audit.report, name),
    routes: { code: ownOf(code), spec: ownOf(spec), unresolved: ownOf(unresolved), ignored: ownOf(ignored) },
    details,
  }
}
