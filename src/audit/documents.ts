import { relative, resolve } from 'node:path'
import { documentLiteralsOf, findDocumentLiterals } from '../code/documents/find.js'
import { decoratedDocuments } from '../code/documents/nest/read.js'
import { findJsdocDocuments } from '../code/documents/swagger-jsdoc.js'
import type { Project } from '../code/project.js'
import type { DocumentContract } from '../model/contract.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { DocumentSource } from '../model/text-tree.js'
import type { UserError } from '../model/user-error.js'
import { findDocuments, findNamesakes } from '../openapi/discover.js'
import { joinPieces } from '../openapi/jsdoc/read.js'
import { placeOf } from './place.js'
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
  options: AuditOptions,
  projects: readonly Project[],
): Promise<Result<readonly Input[], UserError>> {
  const { spec } = options
  if (spec === undefined || spec.length === 0) return discovered(options, projects)
  const inputs: Input[] = []
  for (const file of spec) {
    const literals = isCode(file) ? await literalsOf(options, file, projects) : { ok: true as const, value: [file] }
    if (!literals.ok) return literals
    inputs.push(...literals.value)
  }
  return { ok: true, value: inputs }
}

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file)

async function literalsOf(
  options: AuditOptions,
  file: string,
  projects: readonly Project[],
): Promise<Result<readonly Input[], UserError>> {
  const { root } = options
  const name = relative(root, resolve(root, file)).replaceAll('\\', '/')
  const literals = projects.flatMap((project) => documentLiteralsOf(project, name))
  if (literals.length > 0) return { ok: true, value: literals }
  const pieces = projects.flatMap(findJsdocDocuments).filter((one) => one.file === name)
  const joined = await Promise.all(pieces.map((one) => joinPieces(one, options)))
  if (joined.length > 0) return { ok: true, value: joined }
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

/**
 * Documents that are spelled out in the code. What swagger-jsdoc collects comes first, since its definition looks like a
 * literal; what decorators give comes last, since it only stands in for a document.
 */
async function documentsInCode(
  options: AuditOptions,
  projects: readonly Project[],
): Promise<readonly DocumentSource[]> {
  const joined = await Promise.all(projects.flatMap(findJsdocDocuments).map((pieces) => joinPieces(pieces, options)))
  const collected = joined.filter(hasPaths)
  if (collected.length > 0) return collected
  const literals = projects.flatMap(findDocumentLiterals)
  return literals.length > 0 ? literals : projects.flatMap(decoratedDocuments)
}

function hasPaths({ tree }: DocumentSource): boolean {
  const paths = tree.kind === 'map' ? tree.entries.get('paths') : undefined
  return paths?.kind === 'map' && paths.entries.size > 0
}

async function discovered(
  options: AuditOptions,
  projects: readonly Project[],
): Promise<Result<readonly Input[], UserError>> {
  const { root, snapshot, fromRoot } = placeOf(options)
  const files = (await findDocuments(root, snapshot)).map(fromRoot)
  const inCode = files.length > 0 ? [] : await documentsInCode(options, projects)
  const inputs: readonly Input[] =
    files.length > 0 ? files : inCode.length > 0 ? inCode : (await findNamesakes(root, snapshot)).map(fromRoot)
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
