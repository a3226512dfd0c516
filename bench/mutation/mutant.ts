import type { Part } from '../../src/model/finding.js'
import type { RawMap } from './document/raw.js'
import type { Ground } from './ground.js'

/** An element of an exchange, as a finding names it. */
export interface Place {
  readonly method: string
  readonly path: string
  readonly part: Part
  readonly status: string | null
  readonly pointer: string
}

/** A finding that would be right. */
export interface Answer {
  readonly rule: string
  readonly part: Part
  readonly status: string | null
  readonly pointer: string
}

/** One thing that must be reported at one endpoint; several answers where more than one rule would be right. */
export interface Expected {
  readonly method: string
  readonly path: string
  readonly answers: readonly [Answer, ...Answer[]]
}

/** A document with one fault, and what must be said of it, known before the tool is asked. */
export interface Mutant {
  readonly where: string
  readonly edit: (document: RawMap) => void
  readonly expected: readonly Expected[]
}

/** One way to make a document wrong. */
export interface Operator {
  /** What it does to the document. */
  readonly says: string
  mutants(ground: Ground): Iterable<Mutant>
}

export function expect(place: Place, ...rules: readonly [string, ...string[]]): Expected {
  const { method, path, part, status, pointer } = place
  const [first, ...others] = rules.map((rule): Answer => ({ rule, part, status, pointer }))
  if (first === undefined) throw new Error('an expectation names a rule')
  return { method, path, answers: [first, ...others] }
}

/** The same expectation, met as well by another answer. */
export function orElse(expected: Expected, place: Place, ...rules: readonly string[]): Expected {
  const { part, status, pointer } = place
  return { ...expected, answers: [...expected.answers, ...rules.map((rule) => ({ rule, part, status, pointer }))] }
}

export const below = (place: Place, step: string): Place => ({ ...place, pointer: `${place.pointer}/${step}` })

/** The rule about a field that only the code, or only the document, has. */
export const undocumentedField = (place: Place): string =>
  place.part === 'response' ? 'undocumented-response-field' : 'undocumented-request-field'
export const missingField = (place: Place): string =>
  place.part === 'response' ? 'unsent-response-field' : 'unaccepted-request-field'
