import ts from 'typescript'
import { joinAll } from './flow.js'
import { giveBack } from './give-back.js'
import type { Flow, Frame, Session } from './session.js'
import { bodyOf } from './syntax.js'

/** Walks the body of the frame's function: the state in which it returns, null where every way out answers or throws. */
export function walkBody(
  session: Session,
  frame: Frame,
  declaration: ts.SignatureDeclaration,
  flow: Flow | null,
): Flow | null {
  const body = bodyOf(declaration)
  if (body === null) return flow
  if (!ts.isBlock(body)) return giveBack(session, frame, body, session.walk.expression(session, frame, body, flow))
  const end = session.walk.statements(session, frame, body.statements, flow)
  return joinAll([...frame.exits, end])
}
