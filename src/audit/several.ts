import type { AuditDetails, AuditResult } from '../model/audit-result.js'
import type { Contract } from '../model/contract.js'
import type { AuditOptions, ProjectOptions } from '../model/options.js'
import type { UserError } from '../model/user-error.js'
import { joinReports } from '../report/join.js'
import { joinListings, ofProject } from '../report/of-project.js'
import { digest } from '../rules/digest.js'

type Audited = Extract<AuditResult, { ok: true }>

/** Audits each project by its own options and joins what comes of it; the first that cannot be read is the error, by its name. */
export async function auditEach(
  options: AuditOptions,
  projects: readonly ProjectOptions[],
  audit: (options: AuditOptions) => Promise<AuditResult>,
): Promise<AuditResult> {
  const done: { readonly name: string; readonly result: Audited }[] = []
  const unread: { readonly name: string; readonly error: UserError }[] = []
  for (const project of projects) {
    const { name } = project
    const result = await audit(optionsOf(project, options))
    if (result.ok) {
      done.push({ name, result: namedBy(name, result) })
      continue
    }
    const error = { ...result.error, message: `project "${name}": ${result.error.message}` }
    if (!options.skipsUnreadable) return { ok: false, error }
    unread.push({ name, error })
  }
  const [first, ...others] = done.map(({ result }) => result)
  if (first === undefined) return { ok: false, error: unread[0]?.error ?? { message: 'no project is left to audit' } }
  const all = [first, ...others]
  return {
    ok: true,
    report: joinReports([first.report, ...others.map(({ report }) => report)]),
    routes: joinListings(all.map(({ routes }) => routes)),
    notices: all.flatMap((result) => result.notices),
    faults: all.flatMap((result) => result.faults ?? []),
    details: { ...nothing, projects: new Map(done.map(({ name, result }) => [name, result.details])) },
    unread,
  }
}

const none: Contract = { endpoints: [], schemas: {}, unresolved: [] }
const nothing: AuditDetails = { spec: none, code: none, pairs: [] }

function optionsOf({ name, ...own }: ProjectOptions, options: AuditOptions): AuditOptions {
  const { root, snapshot, memory, journal, history, onProgress } = options
  return {
    ...own,
    root,
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(memory === undefined ? {} : { memory }),
    ...(journal === undefined ? {} : { journal }),
    ...(history === undefined ? {} : { history }),
    ...(onProgress === undefined ? {} : { onProgress: (step) => onProgress(`${name}: ${step}`) }),
  }
}

/** The same finding in two projects is two: the name of the project is part of what its fingerprint stands for. */
const namedBy = (name: string, { report, routes, notices, ...rest }: Audited): Audited => ({
  ...rest,
  ...ofProject(name, report, routes, (id) => digest([name, id])),
  notices: notices.map((notice) => `${name}: ${notice}`),
})
