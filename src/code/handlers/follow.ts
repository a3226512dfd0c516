import ts from 'typescript'
import { contains } from '../program/contains.js'
import { walkBody } from './body.js'
import { walkCallbacks } from './callbacks.js'
import { declaredDemands, declaredResponse } from './declared.js'
import type { Role } from './dialect.js'
import { errorType, lineage } from './error-classes.js'
import type { Thrown } from './exchange.js'
import { join, joinAll } from './flow.js'
import { readInput } from './inputs.js'
import { afterSaying } from './said.js'
import { type FunctionValue, scopeOfFollowed } from './scopes.js'
import type { Flow, Frame, Session, Tracked } from './session.js'
import { shown } from './status.js'
import { isMember, ownParameters, settled } from './syntax.js'
import { declaredTargets, isHandedIn, type Targets, targetsOf } from './targets.js'
import { throwsOf } from './throws.js'
import { bindName, bundleOf, trackedOf } from './tracked.js'
import { unfollowed } from './unfollowed.js'

const deepest = 14

/** Follows a call of the project's own code: with what it is handed of the request and response, or only for what it throws. */
export function followCall(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): Flow | null {
  const quiet = frame.tracked.size === 0
  const { functions, hidden, held, value } = calledBy(session, frame, call)
  if (hidden) frame.throws.push({ error: null, at: session.project.locate(call) })
  else if (held) frame.throws.push({ error: null, unsure: true, at: session.project.locate(call) })
  if (functions.length === 0)
    return quiet ? walkCallbacks(session, frame, call.arguments, flow) : unfollowed(session, frame, call, value, flow)
  const exits = functions.map((target) => {
    if (isTouched(session, frame, call, target)) return walkTarget(session, frame, call, target, flow)
    frame.throws.push(...throwsOf(session, frame, target).flatMap((thrown) => afterSaying(session, thrown, flow)))
    return flow
  })
  return joinAll(exits)
}

/** What is called: by its declaration where that is plain, by its value only where something of the exchange is handed on. */
function calledBy(session: Session, frame: Frame, call: ts.CallExpression): Targets {
  const declared = declaredTargets(session, frame, call.expression)
  if (frame.tracked.size === 0) return declared
  const isHanded = call.arguments.some((arg) => !isFunction(arg) && carries(session, frame, arg))
  if (declared.functions.length > 0) return isHanded ? held(session, frame, call, declared) : declared
  const matters = isHanded || isHandedIn(session, call.expression)
  return matters ? targetsOf(session, frame, call.expression) : declared
}

/** A method that answers by what its object holds is followed with the object: `ApiResponse.created(pet).send(res)`. */
function held(session: Session, frame: Frame, call: ts.CallExpression, declared: Targets): Targets {
  const [method] = declared.functions
  if (method === undefined || !ts.isClassLike(method.node.parent) || !speaksOfThis(method.node)) return declared
  const evaluated = targetsOf(session, frame, call.expression)
  const isSame = evaluated.functions.every(({ node }) => node === method.node)
  return isSame && evaluated.functions.length > 0 ? evaluated : declared
}

const speaksOfThis = (code: ts.Node): boolean => contains(code, ({ kind }) => kind === ts.SyntaxKind.ThisKeyword)

/** Whether the function can see anything of the exchange: an argument, or what it closes over. */
function isTouched(session: Session, frame: Frame, call: ts.CallExpression, target: FunctionValue): boolean {
  if (frame.tracked.size === 0) return false
  const isLocal = frame.stack.some(
    (around) =>
      around.getSourceFile() === target.node.getSourceFile() &&
      around.pos <= target.node.pos &&
      target.node.end <= around.end,
  )
  return isLocal || call.arguments.some((arg) => carries(session, frame, arg))
}

function isFunction(arg: ts.Expression): boolean {
  const node = settled(arg)
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node)
}

function carries(session: Session, frame: Frame, arg: ts.Expression): boolean {
  const node = settled(arg)
  if (isFunction(node)) return true
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.some((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return carries(session, frame, property.name)
      return ts.isPropertyAssignment(property) && carries(session, frame, property.initializer)
    })
  }
  const tracked = trackedOf(session, frame, node)
  return tracked !== null && (tracked.kind !== 'input' || tracked.path.length === 0)
}

/** Walks a function that is called; `returning` where what it returns is the answer. */
export function walkTarget(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  target: FunctionValue,
  flow: Flow | null,
  returning = false,
): Flow | null {
  if (frame.stack.includes(target.node) || frame.depth >= deepest) {
    const reason = `${shown(call.expression)} is not followed: ${frame.depth >= deepest ? 'too deep' : 'it calls itself'}`
    if (frame.depth >= deepest) session.unseen.push({ reason, at: session.project.locate(call) })
    return flow
  }
  const args = call.arguments.map((expression) => ({ expression, scope: frame.scope }))
  const inner: Frame = {
    ...frame,
    function: target.node,
    tracked: new Map(frame.tracked),
    scope: scopeOfFollowed(target, args),
    ...selfOf(call),
    depth: frame.depth + 1,
    stack: [...frame.stack, target.node],
    exits: [],
    returning,
  }
  const parameters = ownParameters(target.node)
  for (const [index, parameter] of parameters.entries()) {
    const arg = call.arguments[index]
    if (arg !== undefined) bindArgument(session, frame, inner, parameter, arg)
  }
  const after = walkBody(session, withDeclared(session, inner, parameters), target.node, flow)
  const callbacks = call.arguments.filter(
    (arg) => ts.isArrowFunction(settled(arg)) || ts.isFunctionExpression(settled(arg)),
  )
  return callbacks.length === 0 ? after : join(after, walkCallbacks(session, frame, callbacks, flow))
}

/** Whose method is called; a method that calls another of `this` speaks of the same. */
function selfOf(call: ts.CallExpression): Pick<Frame, 'self'> {
  const callee = settled(call.expression)
  if (!isMember(callee) || callee.expression.kind === ts.SyntaxKind.ThisKeyword) return {}
  return { self: callee.expression }
}

/** What the parameters of an inner handler declare holds as if it were the outer one's. */
function withDeclared(session: Session, frame: Frame, parameters: readonly ts.ParameterDeclaration[]): Frame {
  const holding = (role: Role) =>
    parameters.find((each) => {
      const tracked = frame.tracked.get(each)
      return tracked?.kind === 'role' && tracked.role === role
    })
  const request = holding('request')
  const response = holding('response')
  if (request !== undefined) session.demands.push(...declaredDemands(session, request))
  return response === undefined ? frame : { ...frame, declared: declaredResponse(session, response) ?? frame.declared }
}

function bindArgument(
  session: Session,
  outer: Frame,
  inner: Frame,
  parameter: ts.ParameterDeclaration,
  arg: ts.Expression,
): void {
  const held = trackedOf(session, outer, arg) ?? madeError(session, outer, arg)
  const tracked = held?.kind === 'caught' ? { ...held, caught: { ...held.caught, handed: true as const } } : held
  if (tracked !== null) bindTracked(session, inner, parameter.name, parameter, tracked)
  if (tracked !== null) return
  const literal = settled(arg)
  const bundle = ts.isObjectLiteralExpression(literal) ? bundleOf(session, outer, literal) : null
  if (bundle !== null) bindTracked(session, inner, parameter.name, parameter, bundle)
}

/** `answer(new Missing())`: the function is asked about this one error. */
function madeError({ project }: Session, { scope }: Frame, arg: ts.Expression): Tracked | null {
  if (!ts.isNewExpression(settled(arg))) return null
  const thrown: Thrown = { error: { expression: arg, scope }, at: project.locate(arg) }
  const type = errorType(project, thrown)
  const isError = type !== null && lineage(project.checker, type).some(({ name }) => name === 'Error')
  return isError ? { kind: 'caught', caught: { throws: [thrown], excluded: [], only: thrown } } : null
}

function bindTracked(
  session: Session,
  frame: Frame,
  name: ts.BindingName,
  declaration: ts.Node,
  tracked: Tracked,
): void {
  for (const { part, element } of bindName(session, frame, name, declaration, tracked)) {
    if (part.kind === 'input') readInput(session, part, element)
  }
}
