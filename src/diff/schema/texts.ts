/** A value of each checked format, as one would write it in an example. */
export const textByFormat: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T09:30:00.000Z',
  time: '09:30:00Z',
  duration: 'P3D',
  email: 'ada@example.com',
  hostname: 'api.example.com',
  ipv4: '192.0.2.10',
  ipv6: '2001:db8::1',
  'json-pointer': '/data/0',
  regex: '^[a-z]+$',
  'relative-json-pointer': '1/data',
  uri: 'https://example.com/docs',
  'uri-reference': '/docs',
  'uri-template': '/docs/{id}',
  uuid: '3f2b8c1e-7d4a-4e59-9b60-1c2d3e4f5a6b',
}

const byName: readonly (readonly [RegExp, string])[] = [
  [/e-?mail/i, 'ada@example.com'],
  [/(^|_)(uuid|guid)/, '3f2b8c1e-7d4a-4e59-9b60-1c2d3e4f5a6b'],
  [/(_|^)id$|Id$/, 'a1b2c3'],
  [/(At|_at|[dD]ate|[tT]ime|[tT]imestamp|_on)$/, '2026-01-31T09:30:00.000Z'],
  [/(url|uri|link|href|image|avatar)$/i, 'https://example.com/docs'],
  [/first_?name/i, 'Ada'],
  [/last_?name|surname/i, 'Lovelace'],
  [/user_?name|login|handle|slug/i, 'ada'],
  [/name|author|owner/i, 'Ada Lovelace'],
  [/title|subject/i, 'Notes on the engine'],
  [/description|text|body|content|message|comment|note|bio/i, 'A short note'],
  [/password|secret/i, 'correct horse 7!'],
  [/token|key$/i, 'tok_4f9a2c'],
  [/(^|_)(pin|otp)$/i, '7291'],
  [/phone/i, '+14155550123'],
  [/street|address_?line/i, '12 Mill Lane'],
  [/colou?r/i, 'green'],
  [/unit$/i, 'kg'],
  [/isbn/i, '9780306406157'],
  [/(query|search|term|^q)$/i, 'engine'],
  [/prompt|question/i, 'What is an engine?'],
  [/model$/i, 'base-2'],
  [/(^|_)(path|file)$|(Path|File)$/, 'docs/notes.txt'],
  [/reason/i, 'out of date'],
  [/currency/i, 'EUR'],
  [/country/i, 'NL'],
  [/lang|locale/i, 'en'],
  [/city/i, 'London'],
  [/zip|postal/i, '10115'],
  [/status|state/i, 'archived'],
  [/type|kind|role|category/i, 'other'],
  [/tag|label/i, 'new'],
  [/version/i, '1.2.0'],
]

/** Stands for a property that nobody lists. */
export const otherName = 'anyOtherName'

/** A value that a property of this name might really hold. */
export function textByName(name: string): string {
  const known = byName.find(([pattern]) => pattern.test(name))?.[1]
  if (known !== undefined) return known
  return /^[a-z]\w{1,25}$/i.test(name) && name !== otherName ? `some ${wordsIn(name)}` : 'something else'
}

function wordsIn(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

const amounts: readonly (readonly [RegExp, readonly number[]])[] = [
  [/year/i, [2026]],
  [/status_?code|^code$/i, [400, 42]],
  [/price|amount|rate|total|score|percent/i, [9.5, 42]],
  [/^page(_?(no|num|number|index))?$/i, [1]],
  [/(expires?|ttl|timeout|max_?age|duration)/i, [3600, 42]],
  [/limit|(page|per)_?size/i, [20, 42]],
  [/lat(itude)?$/i, [52.4, 42]],
  [/(lng|lon|longitude)$/i, [4.9, 42]],
]

/** Amounts that a property of this name might really hold. */
export function amountByName(name: string): readonly number[] {
  return amounts.find(([pattern]) => pattern.test(name))?.[1] ?? [42]
}

const filler = 'a note that goes on for quite a while, '

/** A text of exactly so many characters that starts like the given one; undefined past what anyone would print. */
export function textOfLength(start: string, length: number): string | undefined {
  if (length < 0 || length > 2000) return undefined
  const long = (start + (length > start.length ? ` ${filler.repeat(Math.ceil(length / filler.length))}` : '')).slice(
    0,
    length,
  )
  return long.endsWith(' ') ? `${long.slice(0, -1)}.` : long
}
