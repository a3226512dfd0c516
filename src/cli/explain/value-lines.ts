import type { Json } from '../../model/json.js'
import type { MarkedLine } from './marked-line.js'

/** What fits a line is written on one, off the way to the element. */
const shortest = 60

/** A whole JSON value, laid out along the way to the element that decides; null where all of it does. */
export function valueLines(value: Json, steps: readonly string[]): MarkedLine[] {
  return write(value, steps.length === 0 ? null : steps, { indent: 0, label: '', end: '', decisive: false })
}

interface Place {
  readonly indent: number
  readonly label: string
  readonly end: string
  readonly decisive: boolean
}

function write(value: Json, steps: readonly string[] | null, place: Place): MarkedLine[] {
  const { indent, label, end, decisive } = place
  const line = (text: string, note?: string): MarkedLine => ({
    text: ' '.repeat(indent) + text,
    decisive: decisive || note !== undefined,
    ...(note === undefined ? {} : { note }),
  })
  const compact = oneLine(value)
  const passed = steps === null || steps.length === 0
  if (typeof value !== 'object' || value === null || (passed && compact.length + indent <= shortest))
    return [line(`${label}${compact}${end}`)]
  const members = membersOf(value)
  const [step = '', ...rest] = steps ?? []
  const chosen = passed ? undefined : members.find(({ key }) => key === step || step === '*')
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const missing = passed || chosen !== undefined || step === '*' ? undefined : `no ${JSON.stringify(step)} here`
  return [
    line(`${label}${open}`),
    ...members.flatMap((member, index) =>
      write(member.value, member === chosen ? rest : null, {
        indent: indent + 2,
        label: member.label,
        end: index < members.length - 1 ? ',' : '',
        decisive: decisive || (member === chosen && rest.length === 0),
      }),
    ),
    line(`${close}${end}`, missing),
  ]
}

interface Member {
  readonly key: string
  readonly label: string
  readonly value: Json
}

function membersOf(value: readonly Json[] | { readonly [key: string]: Json }): Member[] {
  return Object.entries(value).map(([key, inner]) => ({
    key,
    label: Array.isArray(value) ? '' : `${JSON.stringify(key)}: `,
    value: inner,
  }))
}

/** `{ "id": 1, "tags": ["a"] }`. */
function oneLine(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = membersOf(value).map(({ label, value: inner }) => label + oneLine(inner))
  if (Array.isArray(value)) return `[${members.join(', ')}]`
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
