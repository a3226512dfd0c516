import { relative, resolve } from 'node:path'
import { documentLiteralsOf, findDocumentLiterals } from '../code/documents/find.js'
import { decoratedDocuments } from '../code/documents/nest/read.js'
import type { Project } from '../code/project.js'
import type { DocumentContract } from '../model/contract.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { Snapshot } from '../model/snapshot.js'
import type { DocumentSource } from '../model/text-tree.js'
import type { UserError } from '../model/user-error.js'
import { findDocuments, findNamesakes } from '../openapi/discover.js'
import { readConfined } from './references.js'

/** Reads the documents that the options name, else the only one that the project has. */
export async function readDocuments(
  options: AuditOptions,
  projects: readonly Project[],
): Promise<Result<readonly DocumentContract[], UserError>> {
  const inputs = await inputsOf(options, projects)
  if (!inputs.ok) return inputs
  const documents: DocumentContract[] = []
  for (const input of inputs.value) {
    options.onProgress?.(`reading ${typeof input === 'string' ? input : input.file}`)
    const document = await readConfined(input, options)
    if (!document.ok) return document
    documents.push(document.value)
  }
  return { ok: true, value: documents }
}

type Input = string | DocumentSource

async function inputsOf(
  { root, spec, snapshot }: AuditOptions,
  projects: readonly Project[],
): Promise<Result<readonly Input[], UserError>> {
  if (spec === undefined || spec.length === 0) return discovered(root, projects, snapshot)
  const inputs: Input[] = []
  for (const file of spec) {
    const literals = isCode(file) ? literalsOf(root, file, projects) : { ok: true as const, value: [file] }
    if (!literals.ok) return literals
    inputs.push(...literals.value)
  }
  return { ok: true, value: inputs }
}

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file)

function literalsOf(root: string, file: string, projects: readonly Project[]): Result<readonly Input[], UserError> {
  const name = relative(root, resolve(root, file)).replaceAll('\\', '/')
  const literals = projects.flatMap((project) => documentLiteralsOf(project, name))
  if (literals.length > 0) return { ok: true, value: literals }
  const decorated = projects.flatMap(decoratedDocuments).filter((source) => source.file === name)
  if (decorated.length > 0) return { ok: true, value: decorated.map(({ notice, ...source }) => source) }
  return {
    ok: false,
    error: {
      file: name,
      message: 'no OpenAPI literal was found in this file, or the file is not part of the project',
      hint: 'tattletype looks for an object literal with "openapi" or "swagger", and "paths".',
    },
  }
}

/** Documents that are spelled out in the code; one that decorators give only where there is no other. */
function documentsInCode(projects: readonly Project[]): readonly DocumentSource[] {
  const literals = projects.flatMap(findDocumentLiterals)
  return literals.length > 0 ? literals : projects.flatMap(decoratedDocuments)
}

async function discovered(
  root: string,
  projects: readonly Project[],
  snapshot: Snapshot | undefined,
): Promise<Result<readonly Input[], UserError>> {
  const files = await findDocuments(root, snapshot)
  const inCode = files.length > 0 ? [] : documentsInCode(projects)
  const inputs: readonly Input[] =
    files.length > 0 ? files : inCode.length > 0 ? inCode : await findNamesakes(root, snapshot)
  const names = [...new Set(inputs.map((input) => (typeof input === 'string' ? input : input.file)))]
  if (inputs.length === 1) return { ok: true, value: inputs }
  if (inputs.length === 0) {
    return {
      ok: false,
      error: {
        message: 'no Swagger or OpenAPI document was found',
        hint: 'Name it with --spec; tattletype looked for openapi.* and swagger.*, here and under docs, doc, api, spec and src.',
      },
    }
  }
  return {
    ok: false,
    error: {
      message: `several documents were found: ${names.join(', ')}`,
      hint: 'Name the one that describes this API with --spec (or several, if each describes a part of it).',
    },
  }
}
