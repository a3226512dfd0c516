import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import { saying } from './flow.js'
import type { Flow, Frame, Session } from './session.js'
import { bare, isMember, memberName } from './syntax.js'
import { trackedOf } from './tracked.js'

/**
 * The state where a condition holds on the answer that the functions behind have made: `if (ctx.body === undefined)` lets
 * through only what has no body.
 */
export function whereItHolds(session: Session, frame: Frame, condition: ts.Expression, flow: Flow | null): Flow | null {
  if (flow === null || !flow.ways.some(({ said }) => said.draft?.behind)) return flow
  if (!asksForNoBody(session, frame, condition)) return flow
  return saying(flow, (said) => {
    const { draft } = said
    return draft?.behind && draft.body.kind === 'unset' ? { ...said, draft: { ...draft, bodiless: true } } : said
  })
}

function asksForNoBody(session: Session, frame: Frame, condition: ts.Expression): boolean {
  const node = bare(condition)
  const isBody = (each: ts.Expression) => isBodyOfAnswer(session, frame, each)
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken && isBody(bare(node.operand))
  if (!ts.isBinaryExpression(node)) return false
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return asksForNoBody(session, frame, node.left) || asksForNoBody(session, frame, node.right)
  return comparisonOf(node)?.same === true && isBody(bare(node.left)) && /^(undefined|null)$/.test(node.right.getText())
}

function isBodyOfAnswer(session: Session, frame: Frame, node: ts.Expression): boolean {
  if (!isMember(node) || memberName(node) !== 'body') return false
  const holder = trackedOf(session, frame, node.expression)
  return holder?.kind === 'role' && (holder.role === 'context' || holder.role === 'response')
}
