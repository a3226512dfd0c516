import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import { promised } from './promises.js'
import type { Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'
import { targetsOf } from './targets.js'

/**
 * What the functions come to that a value is the result of, where only their values say which they are: the handler in
 * `const result = await handler(body)` of a function around it. Null where that is not known.
 */
export function resultTypes(session: Session, frame: Frame, value: ts.Expression): readonly ts.Type[] | null {
  const { checker } = session.project
  const node = settled(value)
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(checker, node)
    const isHeld =
      declaration !== null && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    return isHeld && declaration.initializer !== node ? resultTypes(session, frame, declaration.initializer) : null
  }
  if (!ts.isCallExpression(node)) return null
  const { functions } = targetsOf(session, frame, node.expression)
  const types = functions.flatMap((each) => {
    const signature = checker.getSignatureFromDeclaration(each.node)
    const type = signature === undefined ? null : checker.getReturnTypeOfSignature(signature)
    return type === null ? [] : [promised(checker, type) ?? type]
  })
  return types.length > 0 && types.length === functions.length ? types : null
}

/** Whether a type is settled only by whoever calls: a type parameter, what a promise of one comes to. */
export function isLeftOpen(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(isLeftOpen)
  return (type.flags & ts.TypeFlags.InstantiableNonPrimitive) !== 0
}

const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Void

/** Whether `result === undefined`, or `result`, holds by what the function that is handed in gives back; null where it is not known. */
export function decideByResult(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = settled(condition)
  if (!ts.isBinaryExpression(node)) {
    const isEmpty = isAll(session, frame, node, absent | ts.TypeFlags.Null)
    return isEmpty === null ? null : isEmpty ? false : isObject(session, frame, node)
  }
  const asked = comparisonOf(node)
  const nothing = asked === null ? null : nothingIn(node.right)
  if (asked === null || nothing === null) return null
  const is = isAll(session, frame, node.left, asked.strict ? nothing : absent | ts.TypeFlags.Null)
  return is === null ? null : is === asked.same
}

function nothingIn(expression: ts.Expression): ts.TypeFlags | null {
  const node = settled(expression)
  if (node.kind === ts.SyntaxKind.NullKeyword) return ts.TypeFlags.Null
  return ts.isIdentifier(node) && node.text === 'undefined' ? absent : null
}

/** Whether all that a value may be is of these kinds (true), or nothing of it (false). */
function isAll(session: Session, frame: Frame, value: ts.Expression, kinds: ts.TypeFlags): boolean | null {
  const arms = armsOf(session, frame, value)
  if (arms === null) return null
  const count = arms.filter(({ flags }) => (flags & kinds) !== 0).length
  return count === 0 ? false : count === arms.length ? true : null
}

function isObject(session: Session, frame: Frame, value: ts.Expression): true | null {
  const arms = armsOf(session, frame, value)
  return arms?.every(({ flags }) => (flags & ts.TypeFlags.Object) !== 0) ? true : null
}

/** What a value may be that its own type leaves open; null where nothing says so. */
function armsOf(session: Session, frame: Frame, value: ts.Expression): readonly ts.Type[] | null {
  const { checker, program } = session.project
  const options = program.getCompilerOptions()
  const node = settled(value)
  if (!(options.strictNullChecks ?? options.strict) || !(ts.isIdentifier(node) || ts.isCallExpression(node)))
    return null
  const type = checker.getTypeAtLocation(node)
  const unsaid = ts.TypeFlags.Any | ts.TypeFlags.Unknown
  if (!isLeftOpen(type) && (type.flags & unsaid) === 0) return null
  const arms = resultTypes(session, frame, node)?.flatMap((each) => (each.isUnion() ? each.types : [each])) ?? null
  return arms === null || arms.some((each) => isLeftOpen(each) || (each.flags & unsaid) !== 0) ? null : arms
}
