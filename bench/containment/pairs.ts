import fc from 'fast-check'
import type { Json, JsonObject } from '../../src/model/json.js'
import { type Road, roads } from './ask.js'
import { changesOf } from './changes.js'
import { described } from './document.js'
import { rareSchemas, schemas } from './generate.js'
import { oracle } from './oracle.js'
import { type Plain, wordsOf } from './plain.js'
import type { Question } from './question.js'
import { combined, flagged, inOldWords, onRoad } from './spellings.js'
import { valuesNear } from './values.js'

/** Generated pairs whose answer is known by the way they are made, so many at least. */
export async function* pairQuestions(seed: number, wanted: number): AsyncGenerator<Question> {
  let made = 0
  for (let round = 0; made < wanted; round += 1) {
    // Every fourth pair uses the keywords that documents rarely hold.
    const arbitrary = round % 4 === 3 ? rareSchemas : schemas
    const drawn = fc.sample(fc.tuple(arbitrary, schemas, fc.constantFrom(...spellings)), {
      seed: seed + round,
      numRuns: 50,
    })
    for (const [one, other, spelling] of drawn) {
      for (const question of [...pairsOf(one, other, spelling), ...flaggedPairs(one)]) {
        made += 1
        yield await question
      }
      if (made >= wanted) return
    }
  }
}

/** Which of the two is written in the words of OpenAPI 3.0. */
const spellings = ['neither', 'neither', 'left', 'right', 'both'] as const
type Spelling = (typeof spellings)[number]

function* pairsOf(one: JsonObject, other: JsonObject, spelling: Spelling): Generator<Promise<Question>> {
  const both = combined('allOf', [one, other])
  const either = combined('anyOf', [one, other])
  const not = combined('not', [one])
  const ask = (kind: string, left: JsonObject, right: JsonObject, contained: boolean) =>
    pair({ kind, left, right, contained, spelling })
  yield ask('S in S', one, one, true)
  yield ask('S in S, wrapped', combined('allOf', [one]), one, true)
  yield ask('allOf[S, T] in S', both, one, true)
  yield ask('S in anyOf[S, T]', one, either, true)
  yield ask('allOf[S, T] in anyOf[S, T]', both, either, true)
  for (const { word, narrow, wide } of changesOf(one)) {
    yield ask(word, narrow, wide, true)
    if (proofOf(wide, narrow) !== undefined) yield ask(`${word}, the other way`, wide, narrow, false)
  }
  if (proofOf(one, other) !== undefined) yield ask('S in T, a value between them known', one, other, false)
  const takes = oracle(one)
  const near = valuesNear(one)
  const [invalid, valid] = [near.find((value) => takes(value) === false), near.find((value) => takes(value) === true)]
  if (invalid !== undefined) {
    yield ask('an invalid value in not S', { enum: [invalid] }, not, true)
    yield ask('an invalid value in S', { enum: [invalid] }, one, false)
  }
  if (valid !== undefined) {
    yield ask('a valid value in S', { enum: [valid] }, one, true)
    yield ask('a valid value in not S', { enum: [valid] }, not, false)
  }
}

/** `readOnly` and `writeOnly` on one property, on each road. */
function* flaggedPairs(plain: JsonObject): Generator<Promise<Question>> {
  for (const flag of ['readOnly', 'writeOnly'] as const) {
    const one = flagged(plain, flag)
    if (one === undefined) return
    for (const road of roads) {
      const ask = (kind: string, left: JsonObject, right: JsonObject, contained: boolean) =>
        pair({ kind: `${kind}, ${flag}`, left, right, contained, spelling: 'neither', road })
      yield ask('S in S', one, one, true)
      for (const { word, narrow, wide } of changesOf(one).slice(0, 4)) {
        yield ask(word, narrow, wide, true)
        if (proofOf(onRoad(wide, road), onRoad(narrow, road)) !== undefined)
          yield ask(`${word}, the other way`, wide, narrow, false)
      }
    }
  }
}

/** A value of the one schema that Ajv refuses under the other. */
function proofOf(left: Plain, right: Plain): Json | undefined {
  const [inside, outside] = [oracle(left), oracle(right)]
  return valuesNear(left).find((value) => inside(value) === true && outside(value) === false)
}

interface Pair {
  readonly kind: string
  readonly left: JsonObject
  readonly right: JsonObject
  readonly contained: boolean
  readonly spelling: Spelling
  /** Where the two mean what they mean only on this road. */
  readonly road?: Road
}

/** A question about two plain schemas; Ajv is asked about what the tool shows as its proof. */
async function pair({ kind, left, right, contained, spelling, road }: Pair): Promise<Question> {
  const meant = (schema: JsonObject) => (road === undefined ? schema : onRoad(schema, road))
  const written = { left: meant(left), right: meant(right) }
  const [inside, outside] = [oracle(written.left), oracle(written.right)]
  const read = (schema: JsonObject, side: 'left' | 'right') =>
    spelling === side || spelling === 'both'
      ? described(inOldWords(schema), 'draft4')
      : described(schema, 'draft2020-12')
  const wordsOfSide = (schema: JsonObject, side: 'left' | 'right') =>
    wordsOf(spelling === side || spelling === 'both' ? inOldWords(schema) : schema)
  return {
    kind,
    title: spelling === 'neither' ? kind : `${kind}, in OpenAPI 3.0: ${spelling}`,
    left: await read(left, 'left'),
    right: await read(right, 'right'),
    contained,
    words: new Set([...wordsOfSide(left, 'left'), ...wordsOfSide(right, 'right')]),
    ...(road === undefined ? {} : { roads: [road] }),
    proves: (witness) => inside(witness) === true && outside(witness) === false,
    provesMirrored: (witness) => inside(witness) === false && outside(witness) === true,
    written,
  }
}
