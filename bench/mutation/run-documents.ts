import type { UnpricedFinding } from '../../src/model/cost.js'
import { compare, readText, type Said } from './audit.js'
import { inlined } from './document/inline.js'
import { operationsOf } from './document/operations.js'
import { copyOf, type RawMap } from './document/raw.js'
import { sitesOf } from './document/sites.js'
import type { Ground } from './ground.js'
import { judge, type Verdict } from './judge.js'
import { knowledgeOf } from './knowledge.js'
import type { Mutant } from './mutant.js'
import { operators } from './operators/index.js'
import { isAboutSchema, proofsOf } from './proofs.js'
import { random, some } from './random.js'
import { rememberingCouples } from './remember.js'
import type { Plan } from './row.js'
import type { Sample } from './samples.js'

/** One mutant and what became of it. */
export interface Tried {
  readonly operator: string
  readonly sample: string
  readonly where: string
  readonly verdict: Verdict
  readonly fresh: readonly UnpricedFinding[]
  /** What Ajv says of the values that the findings carry. */
  readonly proofs: readonly ('right' | 'wrong' | 'none')[]
}

/** Makes a sample's right document wrong in every way that the operators know. */
export async function* tryDocuments(sample: Sample, plan: Plan): AsyncGenerator<Tried> {
  const next = random(plan.seed)
  for (const [document, count] of [
    [sample.document, plan.written],
    [inlined(sample.document), plan.inlined],
  ] as const) {
    const ground = groundOf(document, sample)
    const memory = rememberingCouples()
    const right = compare(await readJson(document, sample), sample.code, memory)
    for (const [operator, { mutants }] of Object.entries(operators)) {
      if (plan.only !== null && !operator.includes(plan.only)) continue
      for (const mutant of some([...mutants(ground)], count, next)) {
        yield { operator, sample: sample.name, ...(await attempt(sample, document, mutant, right, memory)) }
      }
    }
  }
}

type Memory = ReturnType<typeof rememberingCouples>

async function attempt(sample: Sample, document: RawMap, mutant: Mutant, right: Said, memory: Memory) {
  const copy = copyOf(document)
  mutant.edit(copy)
  const now = compare(await readJson(copy, sample), sample.code, memory)
  const known = new Set(right.findings.map(({ id }) => id))
  const fresh = now.findings.filter(({ id }) => !known.has(id))
  const ask = proofsOf(copy)
  const proofs = fresh.filter(isAboutSchema).map(ask)
  return { where: mutant.where, verdict: judge(mutant, right, now), fresh, proofs }
}

function groundOf(document: RawMap, { code }: Sample): Ground {
  const operations = operationsOf(document)
  return { document, operations, schemas: sitesOf(document, operations), knowledge: knowledgeOf(code), code }
}

const readJson = (document: RawMap, { root }: Sample) => readText(JSON.stringify(document), root, 'openapi.json')
