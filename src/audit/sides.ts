import { openProject } from '../code/program/open.js'
import type { Project } from '../code/project.js'
import { readCode } from '../code/read.js'
import { mergeContracts } from '../diff/merge.js'
import type { Documented } from '../diff/pairs.js'
import type { Contract, DocumentContract } from '../model/contract.js'
import type { AuditOptions } from '../model/options.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { readDocuments } from './documents.js'
import { placeOf } from './place.js'
import { findProject } from './projects.js'
import { faultsOf, readStandIn } from './references.js'

/** Both sides as one contract each, with the names of what they were read from. */
export interface Sides {
  readonly documents: readonly DocumentContract[]
  readonly spec: Documented
  readonly code: Contract
  readonly sources: Report['code']
  readonly notices: readonly string[]
  /** Places of any document that could not be followed. */
  readonly faults: readonly UserError[]
}

type CodeSide = Pick<Sides, 'code' | 'sources' | 'notices' | 'faults'>

/** Reads what the document promises and what the code serves; the first thing that makes comparing pointless is the error. */
export async function readSides(options: AuditOptions): Promise<Result<Sides, UserError>> {
  const projects = options.code === undefined ? await openProjects(options) : { ok: true as const, value: [] }
  if (!projects.ok) return projects
  const documents = await readDocuments(options, projects.value)
  if (!documents.ok) return documents
  const code =
    options.code === undefined
      ? readProjects(options, projects.value)
      : await standInFor({ ...options, code: options.code })
  if (!code.ok) return code
  const faults = [...faultsOf(documents.value), ...code.value.faults]
  const notices = [...documents.value.flatMap((document) => document.notices ?? []), ...code.value.notices]
  return {
    ok: true,
    value: { ...code.value, documents: documents.value, spec: documented(documents.value), faults, notices },
  }
}

async function openProjects(options: AuditOptions): Promise<Result<readonly Project[], UserError>> {
  const { root, project, snapshot, authentication, onProgress } = options
  const virtual = snapshot === undefined ? {} : { virtual: { files: snapshot.files, alone: true } }
  const named =
    project === undefined || project.length === 0
      ? await findProject(placeOf(options))
      : { ok: true as const, value: project }
  if (!named.ok) return named
  const opened: Project[] = []
  for (const config of [named.value].flat()) {
    onProgress?.(`reading ${config}`)
    const one = openProject(root, { config, ...virtual, ...(authentication === undefined ? {} : { authentication }) })
    if (!one.ok) return one
    opened.push(one.value)
  }
  return { ok: true, value: opened }
}

function readProjects(options: AuditOptions, projects: readonly Project[]): Result<CodeSide, UserError> {
  const contracts = []
  for (const project of projects) {
    options.onProgress?.(`following the routes of ${project.config}`)
    const contract = readCode(project, options.prefix)
    if (!contract.ok) return contract
    contracts.push(contract.value)
  }
  return {
    ok: true,
    value: {
      code: mergeContracts(contracts),
      sources: contracts.map(({ project, adapters }) => ({ project, adapters })),
      notices: contracts.flatMap(({ notices }) => notices),
      faults: [],
    },
  }
}

/** A document in place of the code: the export of a framework that generates one. */
async function standInFor(options: AuditOptions & { readonly code: string }): Promise<Result<CodeSide, UserError>> {
  options.onProgress?.(`reading ${options.code}`)
  const document = await readStandIn(options.code, options)
  if (!document.ok) return document
  const { file } = document.value
  return {
    ok: true,
    value: { code: document.value, sources: [{ document: file }], notices: [], faults: faultsOf([document.value]) },
  }
}

const documented = (documents: readonly DocumentContract[]): Documented => ({
  ...mergeContracts(documents),
  prefixes: [...new Set(documents.flatMap(({ prefixes }) => prefixes))],
  problems: documents.flatMap(({ problems }) => problems),
})
