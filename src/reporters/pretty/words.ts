import type { Finding, Severity } from '../../model/finding.js'

/** From worst to mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

export const marks: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' }

/** `1 error`, `3 errors`. */
export const count = (amount: number, noun: string, plural = `${noun}s`): string =>
  `${amount} ${amount === 1 ? noun : plural}`

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** `2 errors, 1 note`: what there is, worst first. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): string {
  return severities
    .map((severity) => ({ severity, amount: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ severity, amount }) => count(amount, nouns[severity]))
    .join(', ')
}

/** `query page`, `response 200 /items/*`: where in the exchange an element stands. */
export function elementName({ path, part, status, mediaType, pointer }: Finding): string {
  // A pointer into the document itself is long, and the place in its text says it better.
  if (path === '') return ''
  if (part === 'endpoint' || part === 'security') return pointer === '' ? '' : `${part} ${pointer}`
  const unusual = mediaType !== null && mediaType !== 'application/json' ? mediaType : undefined
  return [part, status ?? undefined, unusual, pointer === '' ? undefined : pointer].filter(Boolean).join(' ')
}

/** `4 min`, `2.5 h`, `11 days`: to two digits, since no more is known. */
export function duration(minutes: number, hoursPerDay: number): string {
  if (minutes < 90) return `${Math.round(minutes)} min`
  const hours = minutes / 60
  return hours < 2 * hoursPerDay ? `${twoDigits(hours)} h` : `${twoDigits(hours / hoursPerDay)} days`
}

const twoDigits = (value: number): string =>
  value < 9.95 ? value.toFixed(1) : Number(value.toPrecision(2)).toLocaleString('en')

/** `8 to 31 days`: how old something is, in days that are counted in. */
export function ageName(from: number, until: number | null): string {
  if (until === null) return `more than ${from - 1} days`
  return from === 0 ? `up to ${until} days` : `${from} to ${until} days`
}

/** Whole percents, but never 100 or 0 for what is only nearly so. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %'
  const rounded = Math.round((part / whole) * 100)
  if (rounded === 100 && part < whole) return '99 %'
  return rounded === 0 && part > 0 ? '1 %' : `${rounded} %`
}
