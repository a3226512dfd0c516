import ts from 'typescript'
import { assertion } from './assertions.js'
import { walkCallbacks } from './callbacks.js'
import { checkHanded, checkInputs, noteRefusal } from './checks.js'
import type { Role } from './dialect.js'
import { joinAll } from './flow.js'
import { followCall } from './follow.js'
import { walkHelper } from './helpers.js'
import { readInput } from './inputs.js'
import { walkNext } from './next.js'
import { noteContextMethod, noteOwnMethod } from './own-methods.js'
import { passOn } from './pass-on.js'
import { isRejection, reject } from './rejections.js'
import { applyEffect } from './respond.js'
import type { Caught, Flow, Frame, Session, Tracked } from './session.js'
import { isMember, literalText, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'
import { walkAround } from './tries.js'

/** Walks a call: on the response, on the request, of `next`, of a validator, of the project's own code, or of anything else. */
export function walkCall(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): Flow | null {
  const callee = settled(call.expression)
  if (isMember(callee)) {
    const name = memberName(callee)
    const base = trackedOf(session, frame, callee.expression)
    if (name !== null && base !== null) return walkMethod(session, frame, call, callee, base, name, flow)
    const own =
      name === null || !isThis(callee.expression) ? null : (session.dialect.self?.(name, call.arguments) ?? null)
    if (own !== null) return applyEffect(session, frame, own, call, walkArguments(session, frame, call, flow))
    const others = name === null ? null : checkInputs(session, frame, call, callee.expression, name)
    if (others !== null) return walkAll(session, frame, others, flow)
  } else {
    const called = trackedOf(session, frame, callee)
    if (called?.kind === 'role') return walkRole(session, frame, call, called.role, flow)
  }
  const others = checkHanded(session, frame, call)
  if (others !== null) return walkAll(session, frame, others, flow)
  noteRefusal(session, frame, call)
  const helped = walkHelper(session, frame, call, flow)
  return helped === undefined ? walkOther(session, frame, call, callee, flow) : helped
}

const isThis = (expression: ts.Expression): boolean => settled(expression).kind === ts.SyntaxKind.ThisKeyword

/** `notFound(404)`, `assert(found, 404)`, `next()`: a part of the exchange is called itself. */
function walkRole(session: Session, frame: Frame, call: ts.CallExpression, role: Role, flow: Flow | null): Flow | null {
  const answers = role === 'response' || role === 'assert'
  const effect = answers ? (session.dialect.answer?.(call.arguments, role) ?? null) : null
  if (effect === null) return walkNext(session, frame, call, flow)
  return applyEffect(session, frame, effect, call, walkArguments(session, frame, call, flow))
}

function walkArguments(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): Flow | null {
  return walkAll(session, frame, call.arguments, flow)
}

function walkAll(session: Session, frame: Frame, nodes: readonly ts.Expression[], flow: Flow | null): Flow | null {
  return nodes.reduce<Flow | null>((state, node) => session.walk.expression(session, frame, node, state), flow)
}

function walkMethod(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  base: Tracked,
  name: string,
  flow: Flow | null,
): Flow | null {
  // `query.get('page')` takes one field: the input itself goes nowhere.
  const isField = base.kind === 'input' && base.path.length === 0 && session.dialect.inputMethod?.(name) != null
  const before = isField ? flow : session.walk.expression(session, frame, callee.expression, flow)
  const after = walkArguments(session, frame, call, before)
  if (base.kind === 'input' && base.path.length === 0) noteInputMethod(session, base, name, call)
  if (base.kind !== 'role') return walkCallbacks(session, frame, call.arguments, after)
  if (base.role === 'response' || base.role === 'context' || base.role === 'assert') {
    const effect = session.dialect.respond(name, call.arguments, base.role)
    if (effect !== null) return applyEffect(session, frame, effect, call, after)
  }
  const member = session.dialect.member(base.role, name, call.arguments)
  const at = session.project.locate(call)
  if (member?.kind === 'getter') {
    const field = literalText(member.field ?? call.arguments[0])
    session.reads.push({ place: member.place, path: field === null ? [] : [field], schema: null, at })
  } else if (member?.kind === 'reader') {
    const { checker } = session.project
    const declared = checker.getAwaitedType(checker.getTypeAtLocation(call))
    const known = declared !== undefined && (declared.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0
    if (!known) session.reads.push({ place: member.place, path: [], schema: null, at })
  } else if (member === null && base.role === 'request') noteOwnMethod(session, frame, call, callee)
  else if (member === null && base.role === 'context' && session.dialect.stage !== undefined)
    noteContextMethod(session, call)
  return walkCallbacks(session, frame, call.arguments, after)
}

/** `query.get('page')` reads a field; one whose name is computed may be any. */
function noteInputMethod(
  session: Session,
  input: Extract<Tracked, { kind: 'input' }>,
  method: string,
  call: ts.CallExpression,
): void {
  const way = session.dialect.inputMethod?.(method) ?? null
  if (way === null || way === 'none') return
  const field = way === 'field' ? literalText(call.arguments[0]) : null
  readInput(session, field === null ? input : { ...input, path: [field] }, call)
}

function walkOther(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  callee: ts.Expression,
  flow: Flow | null,
): Flow | null {
  if (isMember(callee) && memberName(callee) === 'catch')
    return walkRejection(session, frame, call, callee.expression, flow)
  if (isRejection(session.project, call)) return reject(session, frame, call, flow)
  const asserted = assertion(session, call)
  if (asserted !== null) return applyEffect(session, frame, asserted, call, walkArguments(session, frame, call, flow))
  const left = session.dialect.leaves?.(session.project, call, frame.scope) ?? null
  if (left !== null) {
    frame.throws.push({ error: null, library: left, at: session.project.locate(call) })
    return null
  }
  const before = isMember(callee) ? session.walk.expression(session, frame, callee.expression, flow) : flow
  const called = ts.isCallExpression(callee) ? session.walk.expression(session, frame, callee, before) : before
  const after = call.arguments.reduce<Flow | null>((state, arg) => {
    const tracked = trackedOf(session, frame, arg)
    const whole = tracked?.kind === 'role' || (tracked?.kind === 'input' && tracked.path.length === 0)
    return whole ? state : session.walk.expression(session, frame, arg, state)
  }, called)
  passOn(session, frame, call)
  return followCall(session, frame, call, after)
}

/** `promise.catch(handler)`: the handler gets what the promise throws; `catch(next)` hands it on. */
function walkRejection(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  promise: ts.Expression,
  flow: Flow | null,
): Flow | null {
  const throws: Frame['throws'] = []
  const passes = session.passes.length
  const after = session.walk.expression(session, { ...frame, throws }, promise, flow)
  const [handler] = call.arguments
  if (handler === undefined) return after
  if (trackedOf(session, frame, handler)?.kind === 'role') {
    frame.throws.push(...throws)
    return after
  }
  const node = settled(handler)
  const isFunction = ts.isArrowFunction(node) || ts.isFunctionExpression(node)
  if (isFunction && session.dialect.stage !== undefined && session.passes.length > passes) {
    const handle = (inner: Frame, caught: Caught, before: Flow | null) =>
      walkCallbacks(session, inner, [handler], before, { kind: 'caught', caught })
    return joinAll([after, walkAround(session, frame, throws, flow, handle)])
  }
  if (!isFunction) frame.throws.push(...throws)
  return joinAll([
    after,
    walkCallbacks(session, frame, [handler], flow, { kind: 'caught', caught: { throws, excluded: [], only: null } }),
  ])
}
