import type { UnpricedFinding } from '../../src/model/cost.js'
import type { Verdict } from './judge.js'
import type { Plan, Row } from './row.js'
import { tryCode } from './run-code.js'
import { tryDocuments } from './run-documents.js'
import { tryRewrites } from './run-rewrites.js'
import type { Sample } from './samples.js'

/** Everything that the benchmark does with one sample. */
export async function* rowsOf(sample: Sample, plan: Plan): AsyncGenerator<Row> {
  for await (const { operator, where, verdict, proofs } of tryDocuments(sample, plan)) {
    const of = (kind: string) => proofs.filter((one) => one === kind).length
    const shared = where.startsWith('/components/') ? (verdict.oneCause ?? null) : null
    const counts = { right: of('right'), wrong: of('wrong'), none: of('none') }
    yield {
      table: 'document',
      operator,
      sample: sample.name,
      where,
      ...told(verdict),
      oneCause: shared,
      proofs: counts,
    }
  }
  for await (const { rewrite, seed, differing } of tryRewrites(sample, plan)) {
    yield {
      ...{ table: 'rewrite', operator: rewrite, sample: sample.name, where: `seed ${seed}`, outcome: 'untold' },
      ...{
        rightRule: true,
        rightPointer: true,
        beside: differing.map(line),
        wrong: [],
        oneCause: null,
        proofs: noProofs,
      },
    }
  }
  for await (const { operator, where, verdict } of plan.code ? tryCode(sample, plan.only) : []) {
    yield { table: 'code', operator, sample: sample.name, where, ...told(verdict), oneCause: null, proofs: noProofs }
  }
}

const noProofs = { right: 0, wrong: 0, none: 0 }

function told({ outcome, rightRule, rightPointer, beside, wrong }: Verdict) {
  const missed = wrong.map(({ method, path, answers: [{ rule, part, status, pointer }] }) =>
    line({ rule, method, path, part, status, pointer }),
  )
  return { outcome, rightRule, rightPointer, beside: beside.map(line), wrong: missed }
}

type Told = Pick<UnpricedFinding, 'rule' | 'method' | 'path' | 'part' | 'status' | 'pointer'>

const line = ({ rule, method, path, part, status, pointer }: Told): string =>
  [rule, method, path, part, status ?? '-', pointer || '/'].join(' ')
