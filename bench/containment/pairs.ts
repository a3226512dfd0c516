import fc from 'fast-check'
import type { Json, JsonObject } from '../../src/model/json.js'
import { changesOf } from './changes.js'
import { described } from './document.js'
import { rareSchemas, schemas } from './generate.js'
import { oracle } from './oracle.js'
import { type Plain, wordsOf } from './plain.js'
import type { Question } from './question.js'
import { valuesNear } from './values.js'

/** Generated pairs whose answer is known by the way they are made, so many at least. */
export async function* pairQuestions(seed: number, wanted: number): AsyncGenerator<Question> {
  let made = 0
  for (let round = 0; made < wanted; round += 1) {
    // Every fourth pair uses the keywords that documents rarely hold.
    const arbitrary = round % 4 === 3 ? rareSchemas : schemas
    for (const [one, other] of fc.sample(fc.tuple(arbitrary, schemas), { seed: seed + round, numRuns: 50 })) {
      for (const question of pairsOf(one, other)) {
        made += 1
        yield await question
      }
    }
  }
}

function* pairsOf(one: JsonObject, other: JsonObject): Generator<Promise<Question>> {
  const both: Plain = { allOf: [one, other] }
  const either: Plain = { anyOf: [one, other] }
  yield pair('S in S', one, one, true)
  yield pair('S in S, wrapped', { allOf: [one] }, one, true)
  yield pair('allOf[S, T] in S', both, one, true)
  yield pair('S in anyOf[S, T]', one, either, true)
  yield pair('allOf[S, T] in anyOf[S, T]', both, either, true)
  for (const { word, narrow, wide } of changesOf(one)) {
    yield pair(word, narrow, wide, true)
    if (proofOf(wide, narrow) !== undefined) yield pair(`${word}, the other way`, wide, narrow, false)
  }
  if (proofOf(one, other) !== undefined) yield pair('S in T, a value between them known', one, other, false)
  const takes = oracle(one)
  const near = valuesNear(one)
  const [invalid, valid] = [near.find((value) => takes(value) === false), near.find((value) => takes(value) === true)]
  if (invalid !== undefined) {
    yield pair('an invalid value in not S', { enum: [invalid] }, { not: one }, true)
    yield pair('an invalid value in S', { enum: [invalid] }, one, false)
  }
  if (valid !== undefined) {
    yield pair('a valid value in S', { enum: [valid] }, one, true)
    yield pair('a valid value in not S', { enum: [valid] }, { not: one }, false)
  }
}

/** A value of the one schema that Ajv refuses under the other. */
function proofOf(left: Plain, right: Plain): Json | undefined {
  const [inside, outside] = [oracle(left), oracle(right)]
  return valuesNear(left).find((value) => inside(value) === true && outside(value) === false)
}

/** A question about two plain schemas; Ajv is asked about what the tool shows as its proof. */
async function pair(kind: string, left: Plain, right: Plain, contained: boolean): Promise<Question> {
  const [inside, outside] = [oracle(left), oracle(right)]
  return {
    kind,
    title: kind,
    left: await described(left, 'draft2020-12'),
    right: await described(right, 'draft2020-12'),
    contained,
    words: wordsOf(right, wordsOf(left)),
    proves: (witness) => inside(witness) === true && outside(witness) === false,
    provesMirrored: (witness) => inside(witness) === false && outside(witness) === true,
    written: { left, right },
  }
}
