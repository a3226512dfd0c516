import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import { frameOf } from '../values/scope.js'
import type { Reference } from '../values/value.js'
import { kindGiven, truthGiven } from './left-out.js'
import { isReassigned } from './reassigned.js'
import { boundTo, isBound } from './scopes.js'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, settled } from './syntax.js'

type Literal = string | number | boolean | null

/** Whether `kind === 'buy'` holds where the caller of a followed helper has written what `kind` is; null where it is not known. */
export function decideByLiteral(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = settled(condition)
  if (!ts.isBinaryExpression(node)) {
    const value = ts.isIdentifier(node) ? literalOf(session, frame, node) : undefined
    if (typeof value === 'boolean') return value
    return (isMember(node) ? truthOf(session, frame, node) : null) ?? truthGiven(session, frame, node)
  }
  const equality = comparisonOf(node)
  if (equality === null) return null
  const same = sameByLiteral(session, frame, node.left, node.right)
  return same === null ? null : same === equality.same
}

/** Whether two expressions are known to hold the same literal; null where it is not known. */
export function sameByLiteral(
  session: Session,
  frame: Frame,
  first: ts.Expression,
  second: ts.Expression,
): boolean | null {
  // Mostly the second is the one that is written: where it is none, what the first comes to need not be looked for.
  const right = literalOf(session, frame, second)
  const left = right === undefined ? undefined : literalOf(session, frame, first)
  return left === undefined || typeof left !== typeof right ? null : left === right
}

/** Whether a member of what the caller has written is there at all: `schemas.body` of `validate({ body })`. */
function truthOf(
  session: Session,
  frame: Frame,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): boolean | null {
  const object = settled(node.expression)
  const declaration = ts.isIdentifier(object) ? declarationOf(session.project.checker, object) : null
  const bound = declaration === null || !ts.isParameter(declaration) ? null : boundTo(frame.scope, declaration)
  if (bound === null || session.project.values.evaluate(bound).kind !== 'object') return null
  const value = session.project.values.evaluate({ expression: node, scope: frame.scope })
  if (value.kind === 'literal') return Boolean(value.value)
  return ['object', 'array', 'function', 'instance', 'class', 'call'].includes(value.kind) ? true : null
}

/** A literal as it is written, or what the caller has written for a parameter. A parameter that is assigned to is not known. */
function literalOf(session: Session, frame: Frame, expression: ts.Expression): Literal | undefined {
  const node = settled(expression)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false
  if (node.kind === ts.SyntaxKind.NullKeyword) return null
  if (ts.isTypeOfExpression(node)) return kindGiven(session, frame, node.expression) ?? undefined
  if (!ts.isIdentifier(node)) return undefined
  const declaration = declarationOf(session.project.checker, node)
  if (declaration === null || !ts.isParameter(declaration)) return undefined
  const bound = boundTo(frame.scope, declaration) ?? defaultOf(frame, declaration)
  if (bound === null || isReassigned(declaration)) return undefined
  const value = session.project.values.evaluate(bound)
  if (value.kind !== 'literal') return undefined
  return typeof value.value === 'string' || typeof value.value === 'number' || typeof value.value === 'boolean'
    ? value.value
    : undefined
}

/** An argument that a followed call leaves out is the parameter's default, also in a function that the called one gives back. */
function defaultOf({ scope }: Frame, parameter: ts.ParameterDeclaration): Reference | null {
  const { initializer, parent } = parameter
  const around = initializer === undefined || isBound(scope, parameter) ? undefined : frameOf(scope, parent)
  return initializer === undefined || around === undefined ? null : { expression: initializer, scope: around }
}
