import { mergeContracts } from '../diff/merge.js'
import type { Documented } from '../diff/pairs.js'
import type { CodeContract, Contract, DocumentContract } from '../model/contract.js'
import type { AuditOptions } from '../model/options.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { type CodeReading, codeReading } from './code-reading.js'
import { readDocuments } from './documents.js'
import { faultsOf } from './faults.js'
import { placeOf } from './place.js'
import { findProject } from './projects.js'
import { recalled } from './recall.js'

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

/**
 * Reads what the document promises and what the code serves; the first thing that makes comparing pointless is the error. Neither
 * side is read where the memory of an earlier run tells it.
 */
export async function readSides(options: AuditOptions): Promise<Result<Sides, UserError>> {
  const readings = await readingsOf(options)
  if (!readings.ok) return readings
  const documents = await readDocuments(options, readings.value)
  if (!documents.ok) return documents
  const code =
    options.code === undefined
      ? await readProjects(options, readings.value)
      : await standInFor({ ...options, code: options.code })
  if (!code.ok) return code
  const faults = [...faultsOf(documents.value), ...code.value.faults]
  const notices = [...documents.value.flatMap((document) => document.notices ?? []), ...code.value.notices]
  return {
    ok: true,
    value: { ...code.value, documents: documents.value, spec: documented(documents.value), faults, notices },
  }
}

/** The tsconfigs that the options name, else the only one that the project has; none where a document stands for the code. */
async function readingsOf(
  options: AuditOptions,
): Promise<Result<readonly (CodeReading & { readonly config: string })[], UserError>> {
  if (options.code !== undefined) return { ok: true, value: [] }
  const { project } = options
  const named =
    project === undefined || project.length === 0
      ? await findProject(placeOf(options), options.spec)
      : { ok: true as const, value: project }
  if (!named.ok) return named
  return { ok: true, value: [named.value].flat().map((config) => ({ config, ...codeReading(config, options) })) }
}

async function readProjects(
  options: AuditOptions,
  readings: readonly (CodeReading & { readonly config: string })[],
): Promise<Result<CodeSide, UserError>> {
  const { authentication, prefix } = options
  const contracts: CodeContract[] = []
  for (const { config, contract } of readings) {
    const settings = { config, authentication, prefix }
    const one = await recalled(options, { kind: 'code', settings, read: contract })
    if (!one.ok) return one
    contracts.push(one.value)
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
  const { code, allowRemote } = options
  const document = await recalled(options, {
    kind: 'stand-in',
    settings: { code, allowRemote },
    async read(journal) {
      options.onProgress?.(`reading ${code}`)
      const { readStandIn } = await import('./references.js')
      return readStandIn(code, { ...options, journal })
    },
  })
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
