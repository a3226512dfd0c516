import ts from 'typescript'
import { walkBody } from './body.js'
import { acceptedBy } from './checks.js'
import type { Helped } from './dialect.js'
import { readInput } from './inputs.js'
import { applyEffect } from './respond.js'
import type { Flow, Frame, Session, Tracked } from './session.js'
import { isMember, memberName, settled } from './syntax.js'
import { bindName, trackedOf } from './tracked.js'

/** Walks a call of the framework's own function that is handed the exchange; undefined where it is none. */
export function walkHelper(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  flow: Flow | null,
): Flow | null | undefined {
  const [first, ...rest] = call.arguments
  if (first === undefined || (session.dialect.given ?? session.dialect.helped) === undefined) return undefined
  const role = trackedOf(session, frame, first)
  if (role?.kind !== 'role') return undefined
  const walked = () =>
    rest.reduce<Flow | null>((state, arg) => session.walk.expression(session, frame, arg, state), flow)
  const given = trackedOf(session, frame, call)
  if (given?.kind === 'input') {
    readInput(session, given, call)
    return walked()
  }
  const helped = session.dialect.helped?.(session.project, call, frame.scope, role.role) ?? null
  if (helped === null) return undefined
  if (helped.check !== undefined) demandChecked(session, frame, helped.check, call)
  const after = helped.check === undefined ? walked() : flow
  return helped.effect === undefined ? after : applyEffect(session, frame, helped.effect, call, after)
}

/** `readValidatedBody(event, schema.parse)`, `(event, schema)`, `(event, (body) => schema.safeParse(body))`. */
function demandChecked(
  session: Session,
  frame: Frame,
  { place, by }: NonNullable<Helped['check']>,
  call: ts.CallExpression,
): void {
  const at = session.project.locate(call)
  session.gaps.push({ about: 'status', reason: 'what does not fit is refused', at, statuses: ['400'] })
  const node = settled(by)
  const named = isMember(node) && /^(safe)?parse(Async)?$|^assert$|^validate$/.test(memberName(node) ?? '')
  const accepted = acceptedBy(session.project, { expression: named ? node.expression : node, scope: frame.scope })
  if (accepted !== null) {
    session.demands.push({ place, schema: accepted.schema, strength: 'validator', at })
    return
  }
  const parameter = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parameters[0] : undefined
  const input: Tracked = { kind: 'input', place, path: [] }
  if (!(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) || parameter === undefined) {
    readInput(session, { kind: 'input', place, path: [] }, call)
    return
  }
  const inner: Frame = { ...frame, function: node, depth: frame.depth + 1, exits: [], tracked: new Map(frame.tracked) }
  bindName(session, inner, parameter.name, parameter, input)
  walkBody(session, inner, node, null)
}
