import fc from 'fast-check'
import type { Json, JsonObject } from '../../src/model/json.js'

const strays: readonly Json[] = [
  null,
  true,
  0,
  7,
  'x',
  '',
  '5',
  [],
  {},
  [null],
  { a: 1 },
  -3,
  'a',
  '2020-01-01',
  'x-',
  0.5,
]

/** Values that differ from the given one in a single place: dropped, added, retyped, another word, null. */
export function nearMiss(value: Json): fc.Arbitrary<Json> {
  const places = placesIn(value)
  return fc
    .constantFrom(...places)
    .chain((place) => changesAt(at(value, place)).map((change) => put(value, place, change)))
}

type Place = readonly (string | number)[]
/** The new value of a place; none takes the place away. */
type Change = { readonly to: Json } | 'drop'

function placesIn(value: Json, above: Place = []): readonly Place[] {
  if (isList(value)) return [above, ...value.flatMap((item, index) => placesIn(item, [...above, index]))]
  if (value !== null && typeof value === 'object')
    return [above, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...above, key]))]
  return [above]
}

function changesAt(value: Json): fc.Arbitrary<Change> {
  const stray = fc.constantFrom(...strays).map((to) => ({ to }))
  const other = fc.constantFrom<Change>(...others(value).map((to) => ({ to })), 'drop')
  return fc.oneof({ weight: 1, arbitrary: stray }, { weight: 3, arbitrary: other })
}

/** What resembles the value: the same kind with something more, less or else. */
function others(value: Json): readonly Json[] {
  if (value === null) return ['null', {}, 0]
  // The oracle knows a date by its punctuation alone: only what breaks that is a question.
  if (typeof value === 'string' && isDateTime(value))
    return [`${value}x`, value.slice(0, 10), value.length, null, [value]]
  if (typeof value === 'string')
    return [
      `${value}x`,
      value.slice(1),
      value.toUpperCase(),
      value.replace(/[0-9]+/, '1e5'),
      value.length,
      null,
      [value],
    ]
  if (typeof value === 'number') return [value + 1, -value, value + 0.5, String(value), null, [value]]
  if (typeof value === 'boolean') return [!value, String(value), Number(value), null]
  if (isList(value))
    return [
      [...value, ...value.slice(-1)],
      [...value, null],
      [...value, 'x'],
      value.slice(1),
      value.slice(0, -1),
      {},
      null,
    ]
  const entries = Object.entries(value)
  return [
    { ...value, extra: 1 },
    { ...value, extra: null },
    { ...value, a: 'x' },
    { ...value, '12': entries[0]?.[1] ?? 1 },
    Object.fromEntries(entries.slice(1)),
    Object.fromEntries(entries.slice(0, -1)),
    entries.map(([, part]) => part),
    null,
  ]
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text)
}

function at(value: Json, [step, ...rest]: Place): Json {
  if (step === undefined) return value
  const inner = isList(value) ? value[Number(step)] : isRecord(value) ? value[step] : undefined
  if (inner === undefined) throw new Error('no such place')
  return at(inner, rest)
}

function put(value: Json, [step, ...rest]: Place, change: Change): Json {
  if (step === undefined) return change === 'drop' ? null : change.to
  const gone = rest.length === 0 && change === 'drop'
  if (isList(value)) {
    return value.flatMap((item, index) => (index !== step ? [item] : gone ? [] : [put(item, rest, change)]))
  }
  if (!isRecord(value)) throw new Error('no such place')
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key !== step ? [[key, part]] : gone ? [] : [[key, put(part, rest, change)]],
    ),
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isRecord(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !isList(value)
}
