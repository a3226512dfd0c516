import type ts from 'typescript'
import { demandCasts, demandType, readInput } from './inputs.js'
import type { Flow, Frame, Session } from './session.js'
import { bindName, trackedOf } from './tracked.js'

/** `const x: T = …`: a name for a part of the request or response, a declared type, or plain code. */
export function walkInitializer(
  session: Session,
  frame: Frame,
  declaration: ts.VariableDeclaration,
  flow: Flow | null,
): Flow | null {
  const { initializer, name } = declaration
  if (initializer === undefined) return flow
  const tracked = trackedOf(session, frame, initializer)
  if (tracked === null) return session.walk.expression(session, frame, initializer, flow)
  if (tracked.kind === 'input') demandCasts(session, tracked, initializer)
  if (tracked.kind === 'input' && declaration.type !== undefined) {
    demandType(session, tracked, session.project.checker.getTypeFromTypeNode(declaration.type), declaration.type)
  }
  if (tracked.kind === 'input' && tracked.path.length > 0) readInput(session, tracked, initializer)
  for (const { part, element, rest } of bindName(session, frame, name, declaration, tracked)) {
    if (part.kind === 'input') readInput(session, part, element)
    if (!rest && element.initializer !== undefined) session.walk.expression(session, frame, element.initializer, flow)
  }
  return tracked.kind === 'role' ? session.walk.expression(session, frame, initializer, flow) : flow
}
