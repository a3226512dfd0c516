import { relative, resolve } from 'node:path'
import { documentLiteralsOf, findDocumentLiterals } from '../code/documents/find.js'
import { decoratedDocuments } from '../code/documents/nest/read.js'
import { findJsdocDocuments } from '../code/documents/swagger-jsdoc.js'
import type { Project } from '../code/project.js'
import type { DocumentContract } from '../model/contract.js'
import type { Journal } from '../model/journal.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { DocumentSource } from '../model/text-tree.js'
import type { UserError } from '../model/user-error.js'
import { joinPieces } from '../openapi/jsdoc/read.js'
import type { CodeReading } from './code-reading.js'
import { readConfined } from './references.js'

type Watched = AuditOptions & { readonly journal: Journal }
type Found = Promise<Result<readonly DocumentSource[], UserError>>

/** The documents that a file of the code spells out: literals, what swagger-jsdoc collects, what decorators say. */
export async function sourcesInFile(options: Watched, readings: readonly CodeReading[], file: string): Found {
  const projects = await projectsOf(readings, options.journal)
  if (!projects.ok) return projects
  const { root } = options
  const name = relative(root, resolve(root, file)).replaceAll('\\', '/')
  const literals = projects.value.flatMap((project) => documentLiteralsOf(project, name))
  if (literals.length > 0) return { ok: true, value: literals }
  const pieces = projects.value.flatMap(findJsdocDocuments).filter((one) => one.file === name)
  const joined = await Promise.all(pieces.map((one) => joinPieces(one, options)))
  if (joined.length > 0) return { ok: true, value: joined }
  const decorated = projects.value.flatMap(decoratedDocuments).filter((source) => source.file === name)
  const unsaid = decorated.map(({ notice, ...source }) => source)
  if (unsaid.length > 0) return { ok: true, value: unsaid }
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
export async function sourcesInCode(options: Watched, readings: readonly CodeReading[]): Found {
  const projects = await projectsOf(readings, options.journal)
  if (!projects.ok) return projects
  const pieces = projects.value.flatMap(findJsdocDocuments)
  const joined = await Promise.all(pieces.map((one) => joinPieces(one, options)))
  const collected = joined.filter(hasPaths)
  if (collected.length > 0) return { ok: true, value: collected }
  const literals = projects.value.flatMap(findDocumentLiterals)
  return { ok: true, value: literals.length > 0 ? literals : projects.value.flatMap(decoratedDocuments) }
}

/** The files of the code that spell out a document with paths of their own, other than those of the files that are read. */
export async function otherFilesInCode(
  options: Watched,
  readings: readonly CodeReading[],
  files: readonly string[],
): Promise<Result<readonly string[], UserError>> {
  const projects = await projectsOf(readings, options.journal)
  if (!projects.ok) return projects
  const joined = await Promise.all(projects.value.flatMap(findJsdocDocuments).map((one) => joinPieces(one, options)))
  const others = [...joined, ...projects.value.flatMap(findDocumentLiterals)].filter(
    (source) => hasPaths(source) && !isMadeOf(source, files),
  )
  return { ok: true, value: [...new Set(others.map(({ file }) => file))].sort() }
}

/** Whether a document takes its paths from one of these files: it is the same document again. */
function isMadeOf({ tree }: DocumentSource, files: readonly string[]): boolean {
  const paths = tree.kind === 'map' ? tree.entries.get('paths') : undefined
  const places = paths?.kind === 'map' ? [paths, ...paths.entries.values()] : []
  return places.some(({ at }) => at.file !== undefined && files.includes(at.file))
}

async function projectsOf(
  readings: readonly CodeReading[],
  journal: Journal,
): Promise<Result<readonly Project[], UserError>> {
  const projects: Project[] = []
  for (const reading of readings) {
    const project = await reading.project(journal)
    if (!project.ok) return project
    projects.push(project.value)
  }
  return { ok: true, value: projects }
}

/** What the documents say, each read as a text would be. */
export async function contractsOf(
  sources: readonly DocumentSource[],
  options: Watched,
): Promise<Result<readonly DocumentContract[], UserError>> {
  const documents: DocumentContract[] = []
  for (const source of sources) {
    options.onProgress?.(`reading ${source.file}`)
    const document = await readConfined(source, options)
    if (!document.ok) return document
    documents.push(document.value)
  }
  return { ok: true, value: documents }
}

function hasPaths({ tree }: DocumentSource): boolean {
  const paths = tree.kind === 'map' ? tree.entries.get('paths') : undefined
  return paths?.kind === 'map' && paths.entries.size > 0
}
