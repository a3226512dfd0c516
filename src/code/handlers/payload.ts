import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import { anyOf } from '../types/expressions/alternatives.js'
import { readExpression } from '../types/expressions/read-expression.js'
import { isUnknown } from '../types/unknown.js'
import { saysNothing } from './inputs.js'
import { lookupHere } from './known-here.js'
import { lackOf } from './lacking.js'
import { isPathText } from './path-texts.js'
import { promised } from './promises.js'
import type { Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'
import { isHandedIn, targetsOf } from './targets.js'

/** What sending the expression puts on the wire: what is written, else its type, else what the author declares the answer to be. */
export function payloadSchema(session: Session, frame: Frame, payload: ts.Expression): Schema {
  const { checker, types, locate } = session.project
  const isThere = (node: ts.Expression) => isPathText(session, frame, node)
  const mayLack = (node: ts.Expression) => lackOf(session, frame, node)
  const source = { checker, types, locate: (node: ts.Node) => locate(node), isThere, mayLack }
  const { schema, absence } = readExpression(source, payload, lookupHere(session, frame))
  if (absence === 'always') return { inexact: 'nothing is sent' }
  const declared = frame.declared
  const handed = handedResult(session, frame, payload)
  if (handed !== null) return { at: locate(payload), ...handed }
  if (isUnknown(schema) && saysNothing(checker, checker.getTypeAtLocation(payload))) {
    const made = resultOf(session, frame, payload)
    if (made !== null) return { at: locate(payload), ...made }
  }
  if (declared === null || !isUnknown(schema) || saysNothing(checker, declared)) return schema
  return types.sent(declared, payload)
}

/** `check()` in a loop over functions: the compiler knows one type for all of them, the values which one it is. */
function handedResult(session: Session, frame: Frame, payload: ts.Expression): Schema | null {
  const node = settled(payload)
  if (!ts.isCallExpression(node) || !isHandedIn(session, node.expression)) return null
  const type = session.project.checker.getTypeAtLocation(node.expression)
  return type.isUnion() ? resultOf(session, frame, payload) : null
}

/**
 * What the functions come to that a payload is the result of, where only their values say which they are: the handler in
 * `NextResponse.json(await handler(body))` of a function around it.
 */
function resultOf(session: Session, frame: Frame, payload: ts.Expression): Schema | null {
  const { checker, types } = session.project
  const node = settled(payload)
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(checker, node)
    const isHeld =
      declaration !== null && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    return isHeld && declaration.initializer !== node ? resultOf(session, frame, declaration.initializer) : null
  }
  if (!ts.isCallExpression(node)) return null
  const { functions } = targetsOf(session, frame, node.expression)
  const results = functions.map((each) => {
    const signature = checker.getSignatureFromDeclaration(each.node)
    const type = signature === undefined ? null : checker.getReturnTypeOfSignature(signature)
    const result = type === null ? null : (promised(checker, type) ?? type)
    return result === null || saysNothing(checker, result) ? null : types.sent(result, payload)
  })
  const known = results.filter((each) => each !== null)
  return known.length > 0 && known.length === results.length ? anyOf(known) : null
}
