import ts from 'typescript'
import type { Statuses, Thrown } from './exchange.js'
import type { Flow, Frame, Session } from './session.js'
import { bare, isMember, memberName } from './syntax.js'
import { trackedOf } from './tracked.js'

/** The error with what was said of the answer before it, once for each way on which something else was. */
export function afterSaying({ dialect }: Session, thrown: Thrown, flow: Flow | null): readonly Thrown[] {
  if (dialect.keeps === undefined || flow === null) return [thrown]
  const all = new Map<string, Thrown>()
  for (const { said } of flow.ways) {
    const { statuses, mediaType } = said
    const isDefault = statuses.known && statuses.values.every((status) => status === dialect.defaultStatus)
    const key = JSON.stringify([statuses, mediaType])
    all.set(key, isDefault && mediaType === null ? thrown : { ...thrown, said: { statuses, mediaType } })
  }
  return [...all.values()]
}

/** The status that has been set so far, where that is what an expression asks for: `res.statusCode`; null for any other. */
export function statusSoFar(session: Session, frame: Frame, expression: ts.Expression): Statuses | null {
  const { keeps } = session.dialect
  if (keeps === undefined || !isMember(expression) || memberName(expression) !== keeps) return null
  const tracked = trackedOf(session, frame, expression.expression)
  if (tracked?.kind !== 'role' || tracked.role !== 'response') return null
  if (session.begins === 'known' && frame.way !== undefined) return frame.way.said.statuses
  return { known: false, reason: 'what was set before is not known' }
}

/** Whether `res.statusCode === 200` holds on the way that is looked at; null for another condition, or where it is not known. */
export function decideBySaid(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = bare(condition)
  if (!ts.isBinaryExpression(node)) return null
  const compare = comparisons.get(node.operatorToken.kind)
  const so = compare === undefined ? null : statusSoFar(session, frame, bare(node.left))
  const right = bare(node.right)
  if (compare === undefined || !so?.known || !ts.isNumericLiteral(right)) return null
  const answers = new Set(so.values.map((status) => compare(status, Number(right.text))))
  return answers.size === 1 ? answers.has(true) : null
}

const comparisons: ReadonlyMap<ts.SyntaxKind, (left: number, right: number) => boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, (left, right) => left === right],
  [ts.SyntaxKind.EqualsEqualsToken, (left, right) => left === right],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, (left, right) => left !== right],
  [ts.SyntaxKind.ExclamationEqualsToken, (left, right) => left !== right],
  [ts.SyntaxKind.LessThanToken, (left, right) => left < right],
  [ts.SyntaxKind.LessThanEqualsToken, (left, right) => left <= right],
  [ts.SyntaxKind.GreaterThanToken, (left, right) => left > right],
  [ts.SyntaxKind.GreaterThanEqualsToken, (left, right) => left >= right],
])
