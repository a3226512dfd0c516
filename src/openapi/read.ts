import { resolve } from 'node:path'
import type { DocumentContract } from '../model/contract.js'
import type { Result } from '../model/result.js'
import type { DocumentSource } from '../model/text-tree.js'
import type { UserError } from '../model/user-error.js'
import { contractOf } from './contract.js'
import { dialectOf } from './dialect.js'
import { readAnywhere } from './files/confine.js'
import { loadLibrary, nameOf } from './files/load.js'
import type { BrokenReference, Library, LoadOptions, SourceFile } from './library.js'
import { soundValues } from './problems/make-sound.js'
import { mergeProblems } from './problems/merge.js'
import { redoclyProblems } from './problems/redocly.js'
import { swaggerParserProblems } from './problems/swagger-parser.js'
import { undefinedRequired } from './problems/undefined-required.js'
import { brokenReferences } from './refs/check.js'
import { parseText } from './text/parse.js'

/**
 * Reads a Swagger or OpenAPI document.
 * In: its path (absolute, or relative to the root), or what somebody else has read already; the project's root, and
 * whether `$ref`s may lead to URLs. Out: what the document says of every endpoint, with the problems of the document
 * itself; an error only where nothing could be compared at all.
 */
export async function readDocument(
  input: string | DocumentSource,
  options: LoadOptions,
): Promise<Result<DocumentContract, UserError>> {
  const library = await open(input, options)
  if (!library.ok) return library
  const { contract, broken } = readLibrary(library.value)
  const values = soundValues(broken)
  const own = [...contract.problems, ...undefinedRequired(library.value)]
  const lint = await redoclyProblems(library.value, values, options)
  const problems = mergeProblems(own, lint.problems, await swaggerParserProblems(library.value, values))
  return { ok: true, value: { ...contract, problems, notices: lint.notices } }
}

/** As {@link readDocument}, unasked of the validators: of what stands for the code only the references matter. */
export async function readUnjudged(input: string, options: LoadOptions): Promise<Result<DocumentContract, UserError>> {
  const library = await open(input, options)
  return library.ok ? { ok: true, value: readLibrary(library.value).contract } : library
}

async function open(input: string | DocumentSource, options: LoadOptions): Promise<Result<Library, UserError>> {
  const source = typeof input === 'string' ? await openFile(input, options) : fromSource(input, options.root)
  if (!source.ok) return source
  const dialect = dialectOf(source.value)
  return dialect.ok ? { ok: true, value: await loadLibrary(source.value, dialect.value, options) } : dialect
}

/** What the document says, and which of its references lead nowhere; the latter are among its problems. */
function readLibrary(library: Library): { readonly contract: DocumentContract; readonly broken: BrokenReference[] } {
  const contract = contractOf(library)
  const broken = brokenReferences(library)
  return {
    contract: { ...contract, problems: [...broken.map(({ problem }) => problem), ...contract.problems] },
    broken,
  }
}

async function openFile(input: string, { root, snapshot }: LoadOptions): Promise<Result<SourceFile, UserError>> {
  const id = resolve(root, input)
  const name = nameOf(id, root)
  const text = await readAnywhere(id, root, snapshot)
  if (!text.ok) return { ok: false, error: { message: `the document cannot be read: ${text.error}`, file: name } }
  const tree = parseText(text.value, name)
  return tree.ok ? { ok: true, value: { id, name, text: text.value, tree: tree.value } } : tree
}

function fromSource({ file, tree }: DocumentSource, root: string): Result<SourceFile, UserError> {
  return { ok: true, value: { id: resolve(root, file), name: file, text: '', tree } }
}
