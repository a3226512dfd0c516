import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { comparisonOf } from '../program/operators.js'
import { heldByPath } from './path-held.js'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

const deepest = 6

/**
 * Whether `path.length === 0`, `!path?.length` and the like hold for the rest of a path that the template leads into a list, or leaves
 * out; null for any other condition.
 */
export function decideByRest(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = settled(condition)
  if (!ts.isBinaryExpression(node)) return isFilled(session, frame, node)
  const filled = isFilled(session, frame, settled(node.left))
  const right = settled(node.right)
  if (filled === null || !ts.isNumericLiteral(right)) return null
  const bound = Number(right.text)
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.GreaterThanToken && bound === 0) return filled
  if (kind === ts.SyntaxKind.GreaterThanEqualsToken && bound === 1) return filled
  if (kind === ts.SyntaxKind.LessThanToken && bound === 1) return !filled
  const equality = comparisonOf(node)
  if (equality === null) return null
  // How many there are is not known, only whether there are any.
  const equal = bound === 0 ? !filled : filled ? null : false
  return equal === null ? null : equal === equality.same
}

/** Whether the list of which the length is asked has any item. */
function isFilled(session: Session, frame: Frame, node: ts.Expression): boolean | null {
  if (!isMember(node) || memberName(node) !== 'length') return null
  const held = restHeld(session, frame, node.expression, 0)
  return held === null ? null : held === 'list'
}

/** `path` of `const { path = [] } = await params`, `path ?? []`. */
function restHeld(session: Session, frame: Frame, expression: ts.Expression, depth: number): 'list' | 'none' | null {
  const node = settled(expression)
  if (depth > deepest) return null
  if (ts.isBinaryExpression(node)) {
    const left = restHeld(session, frame, node.left, depth + 1)
    return left === 'none' && !isEmptyList(node.right) ? null : left
  }
  const declaration = ts.isIdentifier(node) ? declarationOf(session.project.checker, node) : null
  if (declaration !== null && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined)
    return isConstant(declaration) ? restHeld(session, frame, declaration.initializer, depth + 1) : null
  const isDefaulted = declaration !== null && ts.isBindingElement(declaration) && declaration.initializer !== undefined
  if (isDefaulted && !isEmptyList(declaration.initializer)) return null
  const held = isDefaulted ? fieldHeld(session, frame, node) : heldByPath(session, frame, node)
  return held === 'list' ? 'list' : held === 'absent' ? 'none' : null
}

function fieldHeld(session: Session, frame: Frame, node: ts.Expression): 'list' | 'absent' | null {
  const tracked = trackedOf(session, frame, node)
  const [field, ...deeper] = tracked?.kind === 'input' && tracked.place === 'path' ? tracked.path : []
  const { lists, sealed } = session.dialect.route?.parameters ?? {}
  if (field === undefined || deeper.length > 0) return null
  return lists?.has(field) ? 'list' : sealed === true ? 'absent' : null
}

function isEmptyList(expression: ts.Expression | undefined): boolean {
  const node = expression === undefined ? null : settled(expression)
  return node !== null && ts.isArrayLiteralExpression(node) && node.elements.length === 0
}
