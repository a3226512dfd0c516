import type ts from 'typescript'
import type { Gap } from '../../model/endpoint.js'
import type { Schemas } from '../../model/schema.js'
import { doubted, sameSchema } from './doubted.js'
import type { Answer, Statuses } from './exchange.js'

/** An answer, and the expression of which its status is one of several. */
interface Chosen {
  readonly answer: Answer
  readonly oneOf: ts.Expression | undefined
}

/** Whether the answer with another status of the same expression has the same body. */
export function sharesBody({ content, statuses }: Answer, oneOf: Chosen['oneOf'], all: readonly Chosen[]): boolean {
  if (content === null) return false
  if (statuses.known && statuses.values.length > 1) return true
  return (
    oneOf !== undefined &&
    all.some((other) => other.oneOf === oneOf && sharesContent(other.answer, { content, statuses }))
  )
}

/** Whether two answers have the same body and not the same status. */
export function sharesContent(
  left: Pick<Answer, 'content' | 'statuses'>,
  right: Pick<Answer, 'content' | 'statuses'>,
): boolean {
  if (left.content === null || right.content === null || sameStatuses(left.statuses, right.statuses)) return false
  return sameSchema(left.content.schema, right.content.schema)
}

function sameStatuses(left: Statuses, right: Statuses): boolean {
  return left.known && right.known && left.values.join() === right.values.join()
}

/** The answer, of whose body some shapes may come with other statuses only. */
export function ambiguous(answer: Answer, schemas: Schemas): Answer {
  if (answer.content === null) return answer
  return { ...answer, content: { ...answer.content, schema: doubted(answer.content.schema, schemas) } }
}

/** An answer of which it is not known whether it is ever sent. */
export function doubtfulStatus({ statuses, at }: Answer, reason: string): Gap {
  return { about: 'status', reason, at, ...(statuses.known ? { statuses: statuses.values.map(String) } : {}) }
}
