import { beforeAll, describe, expect, it } from 'vitest'
import type { Plan, Row } from '../../bench/mutation/row.js'
import { rowsOf } from '../../bench/mutation/rows.js'
import { readSample } from '../../bench/mutation/samples.js'

/** A few of all that `npm run bench:mutation` tries, always the same. */
const plan: Plan = { seed: 7, written: 1, inlined: 1, rounds: 1, code: false, only: null }

describe('one fault of each kind in a right document', () => {
  const rows: Row[] = []

  beforeAll(async () => {
    for await (const row of rowsOf(readSample('nest-library'), plan)) rows.push(row)
  })

  const faults = (): Row[] => rows.filter(({ table }) => table === 'document')

  it('is found, or said to be out of sight', () => {
    expect(faults().filter(({ outcome }) => outcome === 'missed')).toEqual([])
    expect(faults().length).toBeGreaterThan(100)
  })

  it('is told by the right rule at the right element', () => {
    const demanded = faults().filter(({ outcome }) => outcome === 'found')
    expect(demanded.filter(({ rightRule, rightPointer }) => !rightRule || !rightPointer)).toEqual([])
  })

  it('is told with a value that the document’s own text allows or refuses as the finding says', () => {
    expect(faults().filter(({ proofs }) => proofs.wrong > 0 || proofs.none > 0)).toEqual([])
  })

  it('leaves the report as it is where the document only says the same in other words', () => {
    const rewrites = rows.filter(({ table }) => table === 'rewrite')
    expect(rewrites.filter(({ beside }) => beside.length > 0)).toEqual([])
    expect(rewrites.length).toBeGreaterThan(20)
  })
})
