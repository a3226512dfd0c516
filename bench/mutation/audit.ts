import type { compareCouple } from '../../src/diff/couple.js'
import { pairUp } from '../../src/diff/pairs.js'
import type { CodeContract, DocumentContract } from '../../src/model/contract.js'
import type { UnpricedFinding } from '../../src/model/cost.js'
import type { EndpointUnverifiable } from '../../src/model/report.js'
import { contractOf } from '../../src/openapi/contract.js'
import { dialectOf } from '../../src/openapi/dialect.js'
import { loadLibrary } from '../../src/openapi/files/load.js'
import { parseText } from '../../src/openapi/text/parse.js'
import { applyRules } from '../../src/rules/apply.js'

/** What the tool says of a document and the code: an audit without files, prices and lint. */
export interface Said {
  readonly findings: readonly UnpricedFinding[]
  readonly unverifiable: readonly EndpointUnverifiable[]
}

/** Reads a document from its text. */
export async function readText(text: string, root: string, name: string): Promise<DocumentContract> {
  const tree = parseText(text, name)
  if (!tree.ok) throw new Error(`${tree.error.message} (${name}:${tree.error.line})`)
  const source = { id: `${root}/${name}`, name, text, tree: tree.value }
  const dialect = dialectOf(source)
  if (!dialect.ok) throw new Error(dialect.error.message)
  return contractOf(await loadLibrary(source, dialect.value, { root, allowRemote: false }))
}

/** Holds a document against the code; what is compared again and again is remembered where a memory is given. */
export function compare(document: DocumentContract, code: CodeContract, memory?: typeof compareCouple): Said {
  const { pairs } = pairUp({ ...document, problems: [] }, code, memory)
  return applyRules(pairs, { severities: {}, overrides: [] })
}
