import { resolve } from 'node:path'
import type { DocumentContract } from '../model/contract.js'
import type { Result } from '../model/result.js'
import type { DocumentSource } from '../model/text-tree.js'
import type { UserError } from '../model/user-error.js'
import { contractOf } from './contract.js'
import { dialectOf } from './dialect.js'
import { readAnywhere } from './files/confine.js'
import { loadLibrary, nameOf } from './files/load.js'
import { fetchText, isLoopback } from './files/remote.js'
import type { BrokenReference, Library, LoadOptions, SourceFile } from './library.js'
import { soundValues } from './problems/make-sound.js'
import { burdenOf } from './problems/measure-burden.js'
import { mergeProblems } from './problems/merge.js'
import { redoclyProblems } from './problems/redocly.js'
import { swaggerParserProblems } from './problems/swagger-parser.js'
import { undefinedRequired } from './problems/undefined-required.js'
import { brokenReferences } from './refs/check.js'
import { isUrl } from './refs/target.js'
import { asCode, blank } from './stand-in.js'
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
  const source = typeof input === 'string' ? await openFile(input, options) : fromSource(input, options.root)
  const library = source.ok ? await open(source.value, options) : source
  if (!library.ok) return library
  const { contract, broken } = readLibrary(library.value)
  const said = typeof input === 'string' || input.notice === undefined ? [] : [input.notice]
  if (typeof input !== 'string' && input.judged === false) return { ok: true, value: { ...contract, notices: said } }
  const values = soundValues(broken)
  const own = [...contract.problems, ...undefinedRequired(library.value)]
  const burden = burdenOf(library.value)
  const lint = await redoclyProblems(library.value, values, options, burden)
  const strict = await swaggerParserProblems(library.value, values, burden)
  const problems = mergeProblems(own, lint.problems, strict.problems)
  return { ok: true, value: { ...contract, problems, notices: [...said, ...lint.notices, ...strict.notices] } }
}

/** What a document says, with no word of its problems but of schemas that hold nothing but themselves. */
export async function readUnjudged(input: string, options: LoadOptions): Promise<Result<DocumentContract, UserError>> {
  const source = await openFile(input, options)
  const library = source.ok ? await open(source.value, options) : source
  return library.ok ? { ok: true, value: contractOf(library.value) } : library
}

/**
 * Reads a document that stands for the code: an export of the framework, or what a running server answers. What it leaves out
 * is unknown, and the validators are not asked. In: a path as above, or a URL; one that leads off this machine is an error
 * unless URLs are allowed.
 */
export async function readStandIn(input: string, options: LoadOptions): Promise<Result<DocumentContract, UserError>> {
  const source = isUrl(input) ? await openUrl(input, options) : await openFile(input, options)
  const library = source.ok ? await open(source.value, options) : source
  return library.ok ? { ok: true, value: asCode(readLibrary(library.value, blank).contract) } : library
}

async function open(source: SourceFile, options: LoadOptions): Promise<Result<Library, UserError>> {
  const dialect = dialectOf(source)
  return dialect.ok ? { ok: true, value: await loadLibrary(source, dialect.value, options) } : dialect
}

/** What the document says, and which of its references lead nowhere; the latter are among its problems. */
function readLibrary(
  library: Library,
  unsaid?: string,
): { readonly contract: DocumentContract; readonly broken: BrokenReference[] } {
  const contract = contractOf(library, unsaid)
  const broken = brokenReferences(library)
  return {
    contract: { ...contract, problems: [...broken.map(({ problem }) => problem), ...contract.problems] },
    broken,
  }
}

async function openFile(input: string, options: LoadOptions): Promise<Result<SourceFile, UserError>> {
  const { root, parse = parseText } = options
  const id = resolve(root, input)
  const name = nameOf(id, root)
  const text = await readAnywhere(id, options)
  if (!text.ok) return { ok: false, error: { message: `the document cannot be read: ${text.error}`, file: name } }
  const tree = parse(text.value, name)
  return tree.ok ? { ok: true, value: { id, name, text: text.value, tree: tree.value } } : tree
}

async function openUrl(url: string, { allowRemote, journal }: LoadOptions): Promise<Result<SourceFile, UserError>> {
  journal?.saw({ kind: 'elsewhere' })
  if (!allowRemote && !isLoopback(url)) {
    return {
      ok: false,
      error: {
        message: `${url} is not on this machine`,
        hint: 'Allow it with --allow-remote, or keep a copy in the project.',
      },
    }
  }
  const text = await fetchText(url, allowRemote)
  if (!text.ok) return { ok: false, error: { message: `the document cannot be read: ${text.error}`, file: url } }
  const tree = parseText(text.value, url)
  return tree.ok ? { ok: true, value: { id: url, name: url, text: text.value, tree: tree.value } } : tree
}

function fromSource({ file, tree }: DocumentSource, root: string): Result<SourceFile, UserError> {
  return { ok: true, value: { id: resolve(root, file), name: file, text: '', tree } }
}
