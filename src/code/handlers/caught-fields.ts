import ts from 'typescript'
import { caughtBy } from './caught.js'
import { errorType } from './error-classes.js'
import type { Frame, Session } from './session.js'

/** The type of a field of the one error that is followed: its class says more than the `any` of an error handler. */
export function typeOfCaught(session: Session, frame: Frame, node: ts.Expression): ts.Type | null {
  const field = fieldOfCaught(session, frame, node)
  const { checker } = session.project
  if (field?.symbol === undefined) return null
  const type = checker.getTypeOfSymbolAtLocation(field.symbol, node)
  // Of the values that errors of its class may carry, this one carries some.
  return type.isUnion() && type.types.every((arm) => arm.isLiteral()) ? checker.getBaseTypeOfLiteralType(type) : type
}

/** Why a field of an error may be missing, though its type does not say so; null where it is there. */
export function lackOfCaught(session: Session, frame: Frame, node: ts.Expression): string | null {
  if (!ts.isPropertyAccessExpression(node) || caughtBy(session, frame, node.expression) === null) return null
  if (['message', 'name', 'stack'].includes(node.name.text)) return null
  const reason = `whether the error has \`${node.name.text}\` is not known`
  const field = fieldOfCaught(session, frame, node)
  const { checker } = session.project
  if (field?.symbol !== undefined)
    return field.symbol.flags & ts.SymbolFlags.Optional || isOpen(checker.getTypeOfSymbol(field.symbol)) ? reason : null
  return isOpen(checker.getTypeAtLocation(node)) ? reason : null
}

const isOpen = ({ flags }: ts.Type): boolean => (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0

function fieldOfCaught(
  session: Session,
  frame: Frame,
  node: ts.Expression,
): { readonly symbol: ts.Symbol | undefined } | null {
  if (!ts.isPropertyAccessExpression(node)) return null
  const { checker } = session.project
  const only = caughtBy(session, frame, node.expression)?.only ?? null
  const type = only === null ? null : errorType(session.project, only)
  if (type === null) return null
  return { symbol: checker.getPropertyOfType(type, node.name.text) }
}
