import ts from 'typescript'
import type { Json } from '../../model/json.js'
import { assume, assumeEqual, assumeNullish } from '../types/expressions/conditions.js'
import type { Lookup } from '../types/expressions/expression.js'
import type { Facts } from '../types/expressions/facts.js'
import { leadOn } from './flow.js'
import { lookupHere } from './known-here.js'
import { decideBySaid } from './said.js'
import type { Flow, Frame, Session, Way } from './session.js'
import { statusesOf } from './status.js'
import { bare, isMember } from './syntax.js'

/** The ways of a flow on which a condition holds, or does not; null where there is none. */
export function where(
  session: Session,
  frame: Frame,
  condition: ts.Expression,
  truth: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  const left = statusesLeft(session, frame, condition, truth, flow)
  return learning(session, frame, left, (way, lookup) => {
    if (decideBySaid(session, { ...frame, way }, condition) === !truth) return null
    return assume(way.facts, condition, truth, lookup, checker)
  })
}

/** The ways on which a value is null or undefined, or is neither. */
export function whereNullish(
  session: Session,
  frame: Frame,
  value: ts.Expression,
  nullish: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return learning(session, frame, flow, ({ facts }, lookup) => assumeNullish(facts, value, nullish, lookup, checker))
}

/** The ways on which a value is a literal, or is none of several. */
export function whereEqual(
  session: Session,
  frame: Frame,
  value: ts.Expression,
  literal: Json,
  same: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return learning(session, frame, flow, ({ facts }, lookup) =>
    assumeEqual(facts, value, literal, same, lookup, checker),
  )
}

const mostStatuses = 8

/** The fields that a condition compares with a written number by their size. */
function comparedNumbers(condition: ts.Expression): readonly ts.Expression[] {
  const node = bare(condition)
  if (!ts.isBinaryExpression(node)) return []
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken)
    return [...comparedNumbers(node.left), ...comparedNumbers(node.right)]
  const isOrder = kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.GreaterThanEqualsToken
  const left = bare(node.left)
  return isOrder && ts.isNumericLiteral(bare(node.right)) && isMember(left) ? [left] : []
}

/** `result.status >= 200 && result.status < 300` asks each of the statuses: the ways, without those that answer otherwise. */
function statusesLeft(
  session: Session,
  frame: Frame,
  condition: ts.Expression,
  truth: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return comparedNumbers(condition).reduce((left, value) => {
    return learning(session, frame, left, (way, lookup) => {
      const statuses = statusesOf(session, { ...frame, way }, value)
      if (!statuses.known || statuses.values.length > mostStatuses) return way.facts
      const isLeft = (status: number) => {
        const facts = assumeEqual(way.facts, value, status, true, lookup, checker)
        return facts !== null && assume(facts, condition, truth, lookup, checker) !== null
      }
      if (!statuses.values.some(isLeft)) return null
      return statuses.values
        .filter((status) => !isLeft(status))
        .reduce<Facts>((facts, status) => assumeEqual(facts, value, status, false, lookup, checker) ?? facts, way.facts)
    })
  }, flow)
}

function learning(
  session: Session,
  frame: Frame,
  flow: Flow | null,
  learn: (way: Way, lookup: Lookup) => Facts | null,
): Flow | null {
  return leadOn(flow, (way) => {
    const facts = learn(way, lookupHere(session, { ...frame, way }))
    if (facts === null) return []
    return [facts === way.facts ? way : { ...way, facts }]
  })
}
