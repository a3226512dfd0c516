import type { Method } from '../chains/reading.js'
import { add, bound, keep, open, pattern, recase, regex, stronger, trim } from '../chains/steps.js'

const checked = open('a function of the project checks it too')
const text = (format: string) => add({ format })
const some = (what: string) => open(`only ${what} are accepted`)
const exactly =
  (least: 'minLength' | 'minItems', most: 'maxLength' | 'maxItems'): Method =>
  (before, args, scope, reading) => {
    const from = bound(() => least)(before, args, scope, reading)
    return from === null ? null : bound(() => most)(from, args, scope, reading)
  }
const isList: (schema: { readonly type?: readonly string[] }) => boolean = ({ type }) =>
  type?.includes('array') ?? false

const all: Readonly<Record<string, Method>> = {
  email: text('email'),
  rfcEmail: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  ipv4: text('ipv4'),
  ipv6: text('ipv6'),
  isoDate: text('date'),
  isoTimestamp: text('date-time'),
  isoDateTime: some('times of one form'),
  isoTime: some('times of one form'),
  ip: some('IP addresses'),
  cuid2: some('cuid2s'),
  ulid: some('ULIDs'),
  nanoid: some('nanoids'),
  base64: some('base64 texts'),
  hexColor: some('colours'),
  hexadecimal: some('hexadecimal texts'),
  digits: add({ pattern: '^\\d+$' }),
  minLength: bound((schema) => (isList(schema) ? 'minItems' : 'minLength')),
  maxLength: bound((schema) => (isList(schema) ? 'maxItems' : 'maxLength')),
  length: (before, args, scope, reading) =>
    (isList(before.schema) ? exactly('minItems', 'maxItems') : exactly('minLength', 'maxLength'))(
      before,
      args,
      scope,
      reading,
    ),
  nonEmpty: (before) => ({
    ...before,
    schema: { ...before.schema, [isList(before.schema) ? 'minItems' : 'minLength']: 1 },
  }),
  minValue: bound(() => 'minimum'),
  maxValue: bound(() => 'maximum'),
  gtValue: bound(() => 'exclusiveMinimum'),
  ltValue: bound(() => 'exclusiveMaximum'),
  multipleOf: bound(() => 'multipleOf'),
  integer: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  safeInteger: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  finite: keep,
  regex,
  startsWith: pattern((part) => `^${part}`),
  endsWith: pattern((part) => `${part}$`),
  includes: (before, args, scope, reading) =>
    isList(before.schema)
      ? some('lists with one item')(before, args, scope, reading)
      : pattern((part) => part)(before, args, scope, reading),
  check: checked,
  rawCheck: checked,
  partialCheck: checked,
  forward: checked,
  everyItem: checked,
  trim,
  toLowerCase: recase,
  toUpperCase: recase,
}

const rewriting = new Set(['trim', 'toLowerCase', 'toUpperCase'])

/** What each action of a valibot pipe adds to the schema before it; each of them is asked. */
export const actions: Readonly<Record<string, Method>> = Object.fromEntries(
  Object.entries(all).map(([name, action]) => [name, rewriting.has(name) ? action : stronger(action)]),
)

export function isAction(name: string): boolean {
  return Object.hasOwn(actions, name)
}
