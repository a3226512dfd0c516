import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import { anyOf } from '../types/expressions/alternatives.js'
import { readExpression } from '../types/expressions/read-expression.js'
import { isUnknown } from '../types/unknown.js'
import { lackOfCaught, typeOfCaught } from './caught-fields.js'
import { isLeftOpen, resultTypes } from './handed-results.js'
import { saysNothing } from './inputs.js'
import { lookupHere } from './known-here.js'
import { lackOf } from './lacking.js'
import { isPathText } from './path-texts.js'
import type { Frame, Session } from './session.js'
import { settled } from './syntax.js'
import { isHandedIn } from './targets.js'

/** What sending the expression puts on the wire: what is written, else its type, else what the author declares the answer to be. */
export function payloadSchema(session: Session, frame: Frame, payload: ts.Expression): Schema {
  const { checker, types, locate } = session.project
  const isThere = (node: ts.Expression) => isPathText(session, frame, node)
  const mayLack = (node: ts.Expression) => lackOf(session, frame, node) ?? lackOfCaught(session, frame, node)
  const typeOf = (node: ts.Expression) => typeOfHeld(checker, frame, node) ?? typeOfCaught(session, frame, node)
  const mayNeverHold = (node: ts.Expression) => lackOfCaught(session, frame, node)
  const source = { checker, types, locate: (node: ts.Node) => locate(node), isThere, mayLack, mayNeverHold, typeOf }
  const { schema, absence } = readExpression(source, payload, lookupHere(session, frame))
  if (absence === 'always') return { inexact: 'nothing is sent' }
  const declared = frame.declared
  const handed = handedResult(session, frame, payload)
  if (handed !== null) return { at: locate(payload), ...handed }
  const type = checker.getTypeAtLocation(payload)
  if (isUnknown(schema) && (saysNothing(checker, type) || isLeftOpen(type))) {
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

/** What the functions come to that a payload is the result of, where only their values say which they are. */
function resultOf(session: Session, frame: Frame, payload: ts.Expression): Schema | null {
  const { checker, types } = session.project
  const results = resultTypes(session, frame, payload)
  if (results === null || results.some((each) => saysNothing(checker, each))) return null
  return anyOf(results.map((each) => types.sent(each, payload)))
}

/** `this.data` in a method of a generic class: what the object holds whose method is called. */
function typeOfHeld(checker: ts.TypeChecker, { self }: Frame, node: ts.Expression): ts.Type | null {
  if (self === undefined || !ts.isPropertyAccessExpression(node)) return null
  if (node.expression.kind !== ts.SyntaxKind.ThisKeyword) return null
  const field = checker.getPropertyOfType(checker.getTypeAtLocation(self), node.name.text)
  return field === undefined ? null : checker.getTypeOfSymbolAtLocation(field, self)
}
