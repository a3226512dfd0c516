import fc from 'fast-check'
import type { Json } from '../../src/model/json.js'
import { type Acceptance, acceptance } from './acceptance.js'
import { type Compiled, compile } from './compiler.js'
import { explanations } from './explained.js'
import { nearMiss } from './near-misses.js'
import type { Plan } from './plan.js'
import { type Subject, write } from './sources.js'
import { type Stringified, stringified } from './stringified.js'
import { type Verdict, verdictOn } from './verdict.js'

export interface Pair {
  readonly type: string
  readonly value: Json
  readonly verdict: Verdict
  /** A value of the type was made and `JSON.stringify` gave this one. */
  readonly sent: boolean
  /** The excess property check of a plain assignment says otherwise than the exact question. */
  readonly looseCheck: boolean
}

/** A value that was really sent, and that the schema or the oracle refuses. */
export interface RuntimeFault {
  readonly type: string
  readonly expression: string
  readonly message: string
}

export interface Measured {
  readonly types: number
  readonly pairs: readonly Pair[]
  readonly runtime: { readonly sent: number; readonly thrown: number; readonly faults: readonly RuntimeFault[] }
  /** Generated text that the compiler refuses: expressions that lack their type, and questions too deep to answer. */
  readonly refused: { readonly expressions: number; readonly questions: number; readonly lines: readonly string[] }
}

export interface Batch {
  readonly seed: number
  readonly expressions: number
  readonly nearMisses: number
  readonly exactOptional: boolean
}

/** Asks the compiler and the type reader about the same values of the same types. */
export function measure(plans: readonly Plan[], batch: Batch): Measured {
  const source = write(plans, batch.seed, batch.expressions)
  const sent = stringified(source)
  const values = source.subjects.map((_, index) => candidates(sent[index] ?? [], batch, index))
  const compiled = compile(source, values, batch.exactOptional)
  const each = source.subjects.map((subject, index) => one(subject, sent[index] ?? [], values[index] ?? [], compiled))
  return {
    types: source.subjects.length,
    pairs: each.flatMap(({ pairs }) => pairs),
    runtime: {
      sent: sum(each, ({ sent }) => sent),
      thrown: sum(each, ({ thrown }) => thrown),
      faults: each.flatMap(({ faults }) => faults),
    },
    refused: {
      expressions: sum(each, ({ strays }) => strays),
      questions: sum(each, ({ unanswered }) => unanswered),
      lines: compiled.faults,
    },
  }
}

function candidates(sent: readonly Stringified[], { seed, nearMisses }: Batch, index: number): readonly Json[] {
  const real = sent.flatMap((one) => (one.kind === 'json' ? [one.value] : []))
  const start: readonly Json[] = real.length > 0 ? real : [null, 'x', {}]
  const near = fc.constantFrom(...start).chain(nearMiss)
  const all = [...real, ...fc.sample(near, { seed: seed + index, numRuns: nearMisses })]
  return [...new Map(all.map((value) => [JSON.stringify(value), value])).values()]
}

function one(subject: Subject, sent: readonly Stringified[], values: readonly Json[], compiled: Compiled) {
  const { type, at } = compiled.typeOf(subject.name)
  const accepted = acceptance(compiled.reader.sent(type, at), compiled.reader.schemas)
  const really = new Set(sent.flatMap((one) => (one.kind === 'json' ? [JSON.stringify(one.value)] : [])))
  const text = `${subject.text}`
  const pairs = values.flatMap((value, index): readonly Pair[] => {
    const ruling = compiled.rulingOn(subject.name, index)
    if (ruling === null) return []
    const verdict = verdictOn(ruling.fits, accepted, value)
    const looseCheck = ruling.assignable !== ruling.fits
    return [{ type: `${subject.name} = ${text}`, value, verdict, sent: really.has(JSON.stringify(value)), looseCheck }]
  })
  return { pairs, unanswered: values.length - pairs.length, ...atRuntime(subject, sent, accepted, compiled, values) }
}

function atRuntime(
  subject: Subject,
  sent: readonly Stringified[],
  accepted: Acceptance,
  compiled: Compiled,
  values: readonly Json[],
) {
  const typed = sent.flatMap((one, index) => (compiled.has(subject.name, index) ? [{ one, index }] : []))
  const faults = typed.flatMap(({ one, index }): readonly RuntimeFault[] => {
    const messages = faultsOf(one, subject.name, accepted, compiled, values)
    return messages.map((message) => ({ type: subject.text, expression: subject.expressions[index] ?? '', message }))
  })
  const of = (kind: Stringified['kind']) => typed.filter(({ one }) => one.kind === kind).length
  return { faults, sent: of('json'), thrown: of('throws'), strays: sent.length - typed.length }
}

function faultsOf(
  one: Stringified,
  name: string,
  accepted: Acceptance,
  compiled: Compiled,
  values: readonly Json[],
): readonly string[] {
  if (one.kind === 'throws') return accepted.throws ? [] : ['`JSON.stringify` throws and the schema does not say so']
  if (one.kind === 'absent') return []
  const text = JSON.stringify(one.value)
  const ruling = compiled.rulingOn(
    name,
    values.findIndex((value) => JSON.stringify(value) === text),
  )
  return [
    ...(isTaken(one.value, accepted) ? [] : [`the schema refuses what was sent: ${text}`]),
    ...(ruling === null || ruling.fits ? [] : [`the oracle refuses what was sent: ${text}`]),
  ]
}

/** What is explained for generated values is explained for values that were sent. */
function isTaken(value: Json, accepted: Acceptance): boolean {
  return accepted.accepts(value) || explanations.some(({ covers }) => covers(value, accepted))
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
