import type { DocumentContract } from '../model/contract.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { findBelow, findDocuments, findNamesakes, withoutParts } from '../openapi/discover.js'
import type { CodeReading } from './code-reading.js'
import { placeOf } from './place.js'
import { recalled } from './recall.js'

type Readings = readonly (CodeReading & { readonly config: string })[]
type Read<Value> = Promise<Result<Value, UserError>>

/** Reads the documents that the options name, else the only one that the project has. */
export async function readDocuments(options: AuditOptions, readings: Readings): Read<readonly DocumentContract[]> {
  const { spec } = options
  if (spec === undefined || spec.length === 0) return discovered(options, readings)
  const documents: DocumentContract[] = []
  for (const file of spec) {
    const read = isCode(file) ? await inCode(options, readings, file) : await documentsOf([file], options)
    if (!read.ok) return read
    documents.push(...read.value)
  }
  return { ok: true, value: documents }
}

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file)

/** Documents that are files of their own. */
async function documentsOf(files: readonly string[], options: AuditOptions): Read<readonly DocumentContract[]> {
  const { allowRemote, onProgress } = options
  const documents: DocumentContract[] = []
  for (const file of files) {
    const document = await recalled(options, {
      kind: 'document',
      settings: { file, allowRemote },
      async read(journal) {
        onProgress?.(`reading ${file}`)
        const { readConfined } = await import('./references.js')
        return readConfined(file, { ...options, journal })
      },
    })
    if (!document.ok) return document
    documents.push(document.value)
  }
  return { ok: true, value: documents }
}

/** Documents that are spelled out in the code: in the named file, or the only one that there is. */
function inCode(options: AuditOptions, readings: Readings, file?: string): Read<readonly DocumentContract[]> {
  const { allowRemote, authentication, folder } = options
  return recalled(options, {
    kind: 'documents-in-code',
    settings: { file, folder, configs: readings.map(({ config }) => config), authentication, allowRemote },
    async read(journal) {
      const { contractsOf, sourcesInCode, sourcesInFile } = await import('./documents-in-code.js')
      const watched = { ...options, journal }
      const sources =
        file === undefined ? await sourcesInCode(watched, readings) : await sourcesInFile(watched, readings, file)
      if (!sources.ok) return sources
      if (file !== undefined) return contractsOf(sources.value, watched)
      if (sources.value.length === 0) return namesakes(watched)
      const only = onlyOne(sources.value)
      return only === null ? contractsOf(sources.value, watched) : { ok: false, error: only }
    },
  })
}

/** A file that is called like a document and says no version: its own fault tells more than that there is none. */
async function namesakes({ memory, ...options }: AuditOptions): Read<readonly DocumentContract[]> {
  const { fromRoot, ...place } = placeOf(options)
  const files = (await findNamesakes(place)).map(fromRoot)
  if (files.length === 0) return { ok: false, error: nowhere((await findBelow(place)).map(fromRoot)) }
  const only = onlyOne(files.map((file) => ({ file })))
  return only === null ? documentsOf(files, options) : { ok: false, error: only }
}

/** In: the documents of packages below. */
function nowhere(below: readonly string[]): UserError {
  const message = 'no Swagger or OpenAPI document was found'
  const [first] = below
  if (first !== undefined) {
    const seen = below.length === 1 ? first : `${first} and ${below.length - 1} more`
    return { message, hint: `Below lies ${seen}: run tattletype in the folder of that server, or name it with --spec.` }
  }
  return {
    message,
    hint: 'Name it with --spec; tattletype looked for openapi.* and swagger.*, here and under docs, doc, api, spec and src.',
  }
}

async function discovered(options: AuditOptions, readings: Readings): Read<readonly DocumentContract[]> {
  const { fromRoot, ...place } = placeOf(options)
  const found = await findDocuments(place)
  if (found.length === 0) return inCode(options, readings)
  const whole = await withoutParts(place, found)
  if (whole.length === 0) {
    const joined = await inCode(options, readings)
    if (joined.ok) return joined
  }
  const files = (whole.length === 0 ? found : whole).map(fromRoot)
  const only = onlyOne(files.map((file) => ({ file })))
  if (only !== null) return { ok: false, error: only }
  const documents = await documentsOf(files, options)
  const notice = documents.ok ? await othersNotice(options, readings, files) : null
  if (!documents.ok || notice === null) return documents
  return {
    ok: true,
    value: documents.value.map((each) => ({ ...each, notices: [notice, ...(each.notices ?? [])] })),
  }
}

/** Which documents the code spells out beside the file that is read: one of them may be the one that is served. */
async function othersNotice(
  options: AuditOptions,
  readings: Readings,
  files: readonly string[],
): Promise<string | null> {
  if (readings.length === 0) return null
  const others = await recalled(options, {
    kind: 'other-documents-in-code',
    settings: { files, configs: readings.map(({ config }) => config) },
    async read(journal) {
      const { otherFilesInCode } = await import('./documents-in-code.js')
      return otherFilesInCode({ ...options, journal }, readings, files)
    },
  })
  // A project that cannot be opened is told where its code is read.
  if (!others.ok || others.value.length === 0) return null
  const [first = ''] = others.value
  return `${files.join(', ')} is the document that is read; the code spells out another in ${others.value.join(', ')}: choose it with --spec ${first}, if that is what is served`
}

/** Of several documents that nobody named none is taken; null where there is just one. In: one at least. */
function onlyOne(found: readonly { readonly file: string }[]): UserError | null {
  if (found.length === 1) return null
  const names = [...new Set(found.map(({ file }) => file))]
  return {
    message: `several documents were found: ${names.join(', ')}`,
    hint: 'Name the one that describes this API with --spec (or several, if each describes a part of it).',
  }
}
