import ts from 'typescript'
import type { Frame, Session } from './session.js'
import { shown } from './status.js'
import { trackedOf } from './tracked.js'

/**
 * A method that the project itself puts on requests: its code is bound at run time, so that it may answer or refuse
 * unseen where it is handed the response or takes its time.
 */
export function noteOwnMethod(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): void {
  const { checker } = session.project
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee.argumentExpression
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? []
  const isOwn = declarations.some((each) => !/[\\/]node_modules[\\/]/.test(each.getSourceFile().fileName))
  if (!isOwn || !(isHandedResponse(session, frame, call) || isPromised(checker, call))) return
  const reason = `${shown(call.expression)} is not followed: the project puts it on requests at run time`
  session.unseen.push({ reason, at: session.project.locate(call) })
}

/** A method that somebody puts on contexts at run time: it may answer or refuse unseen. */
export function noteContextMethod(session: Session, call: ts.CallExpression): void {
  const reason = `${shown(call.expression)} is not followed: it is put on contexts at run time`
  session.unseen.push({ reason, at: session.project.locate(call) })
}

function isHandedResponse(session: Session, frame: Frame, call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const tracked = trackedOf(session, frame, argument)
    return tracked?.kind === 'role' && tracked.role === 'response'
  })
}

function isPromised(checker: ts.TypeChecker, call: ts.CallExpression): boolean {
  const type = checker.getTypeAtLocation(call)
  return ts.isAwaitExpression(call.parent) || checker.getAwaitedType(type) !== type
}
