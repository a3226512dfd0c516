import type { Content, Gap, Header, Response } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { anyOf } from '../../types/expressions/alternatives.js'
import type { Answer } from '../exchange.js'

/** The answers of all functions of a route, by status. */
export function readResponses(
  answers: readonly Answer[],
  unread: (status: string) => string | null = () => null,
): {
  readonly responses: readonly Response[]
  readonly gaps: readonly Gap[]
} {
  const byStatus = new Map<number, Answer[]>()
  const gaps: Gap[] = []
  for (const answer of answers) {
    gaps.push(...transportGaps(answer))
    if (!answer.statuses.known) gaps.push({ about: 'status', reason: answer.statuses.reason, at: answer.at })
    for (const status of answer.statuses.known ? answer.statuses.values : []) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), answer])
    }
  }
  const statuses = [...byStatus].sort(([left], [right]) => left - right)
  return { responses: statuses.flatMap(([status, given]) => responseOf(status, given, unread(String(status)))), gaps }
}

function responseOf(status: number, answers: readonly Answer[], unread: string | null): readonly Response[] {
  const [first] = answers
  if (first === undefined) return []
  const bodiless = status === 204 || status === 304
  return [
    {
      status: String(status),
      contents: bodiless ? [] : contentsOf(answers, unread),
      headers: headersOf(answers),
      at: first.at,
    },
  ]
}

/** Code that is not read may send other bodies with a status than those that are seen. */
function contentsOf(answers: readonly Answer[], unread: string | null): readonly Content[] {
  const byType = new Map<string, { readonly schemas: Schema[]; readonly at: Answer['at']; implied: boolean }>()
  for (const { content, at } of answers) {
    if (content === null) continue
    // Who writes the body of an error is not known where not all code around it is read.
    const mediaType = content.implied && unread !== null ? '*/*' : content.mediaType
    const entry = byType.get(mediaType) ?? { schemas: [], at, implied: true }
    entry.schemas.push(content.schema)
    entry.implied &&= content.implied === true
    byType.set(mediaType, entry)
  }
  const others: readonly Schema[] = unread === null ? [] : [{ inexact: unread }]
  return [...byType].map(([mediaType, { schemas, at, implied }]) => {
    return { mediaType, schema: anyOf([...schemas, ...others]), at, ...(implied ? { implied } : {}) }
  })
}

/** Headers of HTTP itself, which a document may list and need not. */
const transport = new Set([
  'content-length',
  'connection',
  'transfer-encoding',
  'cache-control',
  'date',
  'x-accel-buffering',
])

function transportGaps({ headers, at }: Answer): readonly Gap[] {
  return headers
    .filter(({ name }) => transport.has(name.toLowerCase()))
    .map(({ name }) => ({ about: 'response-header', reason: `\`${name}\` is HTTP’s own`, at }))
}

/** A header that some answers of the status carry. */
function headersOf(answers: readonly Answer[]): readonly Header[] {
  const byName = new Map<string, Header>()
  for (const header of answers.flatMap((answer) => answer.headers)) {
    const key = header.name.toLowerCase()
    if (!byName.has(key) && !transport.has(key)) byName.set(key, header)
  }
  return [...byName.values()]
}
