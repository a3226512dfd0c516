import ts from 'typescript'
import { raise } from './raise.js'
import type { Flow, Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'

/** `Promise.reject(error)`, and `reject(error)` in `new Promise((resolve, reject) => …)`: the error leaves as if it were thrown. */
export function isRejection({ checker }: Session['project'], call: ts.CallExpression): boolean {
  const callee = settled(call.expression)
  if (ts.isPropertyAccessExpression(callee)) return callee.getText() === 'Promise.reject'
  const declaration = ts.isIdentifier(callee) ? declarationOf(checker, callee) : null
  if (declaration === null || !ts.isParameter(declaration) || declaration.parent.parameters[1] !== declaration)
    return false
  const made = declaration.parent.parent
  return ts.isNewExpression(made) && made.expression.getText() === 'Promise'
}

export function reject(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): null {
  const [error] = call.arguments
  if (error === undefined) frame.throws.push({ error: null, at: session.project.locate(call) })
  else raise(session, frame, error, call, session.walk.expression(session, frame, error, flow))
  return null
}
