import { readFileSync } from 'node:fs'
import type { UnpricedFinding } from '../../src/model/cost.js'
import { compare, readText } from './audit.js'
import { expectedOf } from './code/expected.js'
import { codeEdits } from './code/index.js'
import { judge, type Verdict } from './judge.js'
import { codeOf, type Sample } from './samples.js'

/** A change of the code and what became of it. */
export interface TriedCode {
  readonly operator: string
  readonly sample: string
  readonly where: string
  readonly verdict: Verdict
  readonly fresh: readonly UnpricedFinding[]
}

/** Changes the code of a sample in memory, one change at a time, and holds it against the document as it was. */
export async function* tryCode(sample: Sample, only: string | null): AsyncGenerator<TriedCode> {
  const document = await readText(sample.text, sample.root, 'openapi.right.yaml')
  const right = compare(document, sample.code)
  const known = new Set(right.findings.map(({ id }) => id))
  for (const [operator, edits] of Object.entries(codeEdits)) {
    if (only !== null && !operator.includes(only)) continue
    for (const { file, from, to, expected } of edits.filter((edit) => edit.sample === sample.name)) {
      const text = readFileSync(`${sample.root}/${file}`, 'utf8')
      if (!text.includes(from)) throw new Error(`${sample.name}/${file} does not hold: ${from}`)
      const code = codeOf(sample.root, new Map([[file, text.replace(from, () => to)]]))
      const now = compare(document, code)
      const verdict = judge({ expected: expected.map(expectedOf) }, right, now)
      const fresh = now.findings.filter(({ id }) => !known.has(id))
      yield { operator, sample: sample.name, where: `${file}: ${from.trim()}`, verdict, fresh }
    }
  }
}
