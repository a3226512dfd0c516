import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import { type Held, heldByPath, listedIn } from './path-held.js'
import { decideByRest } from './path-lists.js'
import type { Frame, Session } from './session.js'
import { literalText, settled } from './syntax.js'

/**
 * Whether a condition on a parameter of the path holds for every request that comes this way, or for none: `!req.params.id`
 * asks for what no request lacks; null where that is not known.
 */
export function decideByPath(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  if (session.dialect.route?.parameters === undefined || frame.tracked.size === 0) return null
  const rest = decideByRest(session, frame, condition)
  if (rest !== null) return rest
  const node = settled(condition)
  if (ts.isBinaryExpression(node)) return comparisonHolds(session, frame, node)
  const listed = listedIn(node)
  if (listed !== null) {
    const held = heldByPath(session, frame, listed)
    return held === null ? null : held === 'list'
  }
  const held = heldByPath(session, frame, node)
  return held === null || held === 'text' ? null : held !== 'absent'
}

function comparisonHolds(session: Session, frame: Frame, node: ts.BinaryExpression): boolean | null {
  const comparison = comparisonOf(node)
  if (comparison === null) return null
  const left = settled(node.left)
  const equal = ts.isTypeOfExpression(left)
    ? isOfType(heldByPath(session, frame, left.expression), literalText(settled(node.right)))
    : isNothing(heldByPath(session, frame, left), settled(node.right), comparison.strict)
  return equal === null ? null : equal === comparison.same
}

function isOfType(held: Held | null, type: string | null): boolean | null {
  if (held === null || type === null) return null
  return type === (held === 'absent' ? 'undefined' : held === 'list' ? 'object' : 'string')
}

/** Whether what is held is `undefined`, `null` or the empty text, whichever it is compared with. */
function isNothing(held: Held | null, other: ts.Expression, strict: boolean): boolean | null {
  if (held === null) return null
  if (literalText(other) === '') return held === 'text' ? null : false
  const isNull = other.kind === ts.SyntaxKind.NullKeyword
  if (!isNull && !(ts.isIdentifier(other) && other.text === 'undefined')) return null
  return held === 'absent' && !(isNull && strict)
}
