import ts from 'typescript'
import type { Project } from '../project.js'
import { walkBody } from './body.js'
import { walkCall } from './calls.js'
import { declaredContext, declaredDemands, declaredResponse, declaredResult } from './declared.js'
import type { Dialect, Role } from './dialect.js'
import type { Thrown, Trace } from './exchange.js'
import { walkExpression } from './expressions.js'
import { freshFlow } from './flow.js'
import { freshSession } from './fresh-session.js'
import { endWithout } from './give-back.js'
import { readInput } from './inputs.js'
import type { ReadHandler } from './reader.js'
import { giveBackAnswer } from './returned.js'
import type { FunctionValue } from './scopes.js'
import { scopeOfHandler } from './scopes.js'
import type { Frame, Session, Tracked, Walk } from './session.js'
import { settle } from './settle.js'
import { walkStatements } from './statements.js'
import { bodyOf, ownParameters } from './syntax.js'
import { functionsIn } from './targets.js'
import { bindName } from './tracked.js'

/** How many expressions and statements one handler may lead through. */
const perHandler = 60_000

/** What one function does with its request: see {@link ReadHandler}. What is not the project's function gives an unseen trace. */
export const readHandler: ReadHandler = (project, handler, dialect, roles) => {
  const functions = functionsIn(project.values.evaluate(handler))
  if (functions.length === 0) return unseenTrace(project, handler.expression, 'it is not a function of the project')
  return mergeTraces(
    functions.map((each) => walkFunction(project, each, dialect, roles ?? rolesOf(dialect, each.node), null)),
  )
}

/** The roles of a function's parameters, as the dialect tells them by position. */
export function rolesOf(
  dialect: Dialect,
  declaration: ts.SignatureDeclaration,
): ReadonlyMap<ts.ParameterDeclaration, Role> {
  const roles = dialect.roles(declaration)
  return new Map(
    ownParameters(declaration).flatMap((parameter, index) => {
      const role = roles[index] ?? null
      return role === null ? [] : [[parameter, role] as const]
    }),
  )
}

/** Parameters that are handed a part of the request. */
type Inputs = ReadonlyMap<ts.ParameterDeclaration, Extract<Tracked, { kind: 'input' }>>

const walk: Walk = {
  expression: walkExpression,
  statements: walkStatements,
  call: walkCall,
  answer: giveBackAnswer,
}

/** Walks one function. `error` is the one error that an error handler is followed for; null where it may be any. */
export function walkFunction(
  project: Project,
  handler: FunctionValue,
  dialect: Dialect,
  roles: ReadonlyMap<ts.ParameterDeclaration, Role>,
  error: Thrown | null,
  inputs: Inputs = new Map(),
): Trace {
  const begins = error === null && [...roles.values()].includes('error') ? 'unknown' : 'known'
  const session = freshSession({ project, dialect, walk }, perHandler, begins)
  const frame = rootFrame(session, handler, roles, error, inputs)
  const exit = walkBody(session, frame, handler.node, freshFlow(dialect.defaultStatus, dialect.stage, error?.said))
  if (exit !== null && comesToEnd(handler.node, frame)) endWithout(session, handler.node.name ?? handler.node, exit)
  const at = project.locate(handler.node)
  if (session.budget < 0) session.unseen.push({ reason: 'it leads through more code than is followed', at })
  const settled = settle(exit?.ways ?? [], dialect, session.unseen.length > 0, at, project.types.schemas)
  return {
    answers: [...session.answers, ...settled.answers],
    reads: session.reads,
    demands: session.demands,
    throws: leavingThrows(session, frame),
    gaps: [...session.gaps, ...settled.gaps],
    passes: session.passes.length > 0,
    passSites: session.passes.map((node) => project.locate(node)),
    onward: session.onward,
    patches: session.patches,
    rewrites: settled.rewrites,
    unseen: bodyOf(handler.node) === null ? [{ reason: 'it has no body', at }] : session.unseen,
    open: exit !== null,
    at,
  }
}

/** Whether a way through the function ends without a value; the compiler knows which ends are never reached. */
function comesToEnd(declaration: ts.Node, frame: Frame): boolean {
  return frame.exits.some((exit) => exit !== null) || (declaration.flags & ts.NodeFlags.HasImplicitReturn) !== 0
}

/** What leaves the function: where one error is followed, only that and what comes of it. */
function leavingThrows(session: Session, frame: Frame): readonly Thrown[] {
  const following = session.dialect.stage?.following
  // What a validator refuses that is no part of the request is an error of the code; who answers errors of other packages is said apart.
  if (following === undefined) return frame.throws.filter(({ unsure }) => !unsure)
  return frame.throws.filter((thrown) => thrown === following || session.rethrown.has(thrown))
}

function rootFrame(
  session: Session,
  handler: FunctionValue,
  roles: ReadonlyMap<ts.ParameterDeclaration, Role>,
  error: Thrown | null,
  inputs: Inputs,
): Frame {
  const response = [...roles].find(([, role]) => role === 'response')?.[0]
  const frame: Frame = {
    function: handler.node,
    tracked: new Map(),
    scope: scopeOfHandler(handler),
    depth: 0,
    stack: [handler.node],
    exits: [],
    throws: [],
    declared: response === undefined ? declaredResult(session, handler.node) : declaredResponse(session, response),
    returning: session.dialect.made !== undefined && !session.dialect.returnsAnswer,
  }
  for (const [parameter, input] of inputs) {
    for (const { part, element } of bindName(session, frame, parameter.name, parameter, input)) {
      if (part.kind === 'input') readInput(session, part, element)
    }
  }
  for (const [parameter, role] of roles) {
    if (role === 'error') {
      const throws = error === null ? [] : [error]
      bindName(session, frame, parameter.name, parameter, {
        kind: 'caught',
        caught: { throws, excluded: [], only: error },
      })
      continue
    }
    if (role === 'request') session.demands.push(...declaredDemands(session, parameter))
    if (role === 'context' && session.dialect.stage !== undefined)
      session.demands.push(...declaredContext(session, parameter))
    for (const { part, element } of bindName(session, frame, parameter.name, parameter, { kind: 'role', role })) {
      if (part.kind === 'input') {
        const at = session.project.locate(element)
        session.reads.push({ place: part.place, path: part.path, schema: null, at })
      }
    }
  }
  return frame
}

/** A function whose code is not read. */
export function unseenTrace(project: Project, node: ts.Node, reason: string): Trace {
  const at = project.locate(node)
  const nothing = { answers: [], reads: [], demands: [], throws: [], gaps: [], passSites: [], open: false }
  return { ...nothing, passes: true, unseen: [{ reason, at }], at }
}

/** Several functions, one of which runs. */
export function mergeTraces(traces: readonly Trace[]): Trace {
  const [first, ...others] = traces
  if (first === undefined) throw new Error('no trace to merge')
  return others.reduce<Trace>(
    (all, each) => ({
      answers: [...all.answers, ...each.answers],
      reads: [...all.reads, ...each.reads],
      demands: [...all.demands, ...each.demands],
      throws: [...all.throws, ...each.throws],
      gaps: [...all.gaps, ...each.gaps],
      passes: all.passes || each.passes,
      passSites: [...all.passSites, ...each.passSites],
      onward: [...(all.onward ?? []), ...(each.onward ?? [])],
      patches: [...(all.patches ?? []), ...(each.patches ?? [])],
      rewrites: [...(all.rewrites ?? []), ...(each.rewrites ?? [])],
      unseen: [...all.unseen, ...each.unseen],
      open: all.open || each.open,
      at: all.at,
    }),
    first,
  )
}
