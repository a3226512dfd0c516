import { expect, it } from 'vitest'
import { measureBatch } from '../../../bench/types/batches.js'

/** A small part of what `npm run bench:types` asks. */
const sample = measureBatch(7, 0, 30)

it('the compiler and the schema agree on JSON values of generated types', () => {
  const apart = sample.pairs.filter(({ verdict }) => verdict.kind === 'disagreement')
  expect(apart).toEqual([])
  expect(sample.pairs.length).toBeGreaterThan(100)
})

it('what was really sent is what the schema and the oracle say', () => {
  expect(sample.runtime.faults).toEqual([])
  expect(sample.runtime.sent).toBeGreaterThan(30)
})

it('what is generated compiles', () => {
  expect(sample.refused.lines).toEqual([])
})
