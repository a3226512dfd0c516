import ts from 'typescript'
import { decide, doubtIn } from './conditions.js'
import { doubting, join, joinAll, saying } from './flow.js'
import { walkTarget } from './follow.js'
import { givenLater } from './given-later.js'
import { promised, resolvedWith } from './promises.js'
import { applyEffect } from './respond.js'
import { boundTo } from './scopes.js'
import type { Flow, Frame, Session } from './session.js'
import { shown } from './status.js'
import { declarationOf, isMember, memberName, settled } from './syntax.js'
import { targetsOf } from './targets.js'
import { trackedOf } from './tracked.js'
import { assignedTo, headersSetOn } from './variables.js'
import { where } from './where.js'

/**
 * A handler gives its answer back: an expression that makes one, a variable that holds one, a call of a function that gives
 * one back in turn. The state in which it may come back without an answer; null where it cannot.
 */
export function giveBackAnswer(session: Session, frame: Frame, value: ts.Expression, flow: Flow | null): Flow | null {
  if (flow === null || --session.budget < 0) return flow
  const node = settled(value)
  if (trackedOf(session, frame, node)?.kind === 'role') return flow
  const inner = (each: ts.Expression, before: Flow | null = flow) => giveBackAnswer(session, frame, each, before)
  if (ts.isConditionalExpression(node)) {
    const truth = decide(session, frame, node.condition)
    if (truth !== null) return inner(truth ? node.whenTrue : node.whenFalse)
    const met = where(session, frame, node.condition, true, flow)
    const yes = inner(node.whenTrue, doubting(met, doubtIn(session, frame, node.condition)))
    return join(yes, inner(node.whenFalse, where(session, frame, node.condition, false, flow)))
  }
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return join(flow, inner(node.right))
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken)
      return joinAll([inner(node.left), inner(node.right)])
  }
  const resolved = resolvedWith(node)
  if (resolved !== null) return inner(resolved)
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const made = session.dialect.made?.(session.project, node, frame.scope) ?? null
    if (made !== null) return applyEffect(session, frame, made, node, flow)
  }
  if (isNothing(session, node)) return flow
  // Where the call itself was come to, it has answered.
  if (ts.isCallExpression(node) && isAnswering(session, frame, node)) return null
  if (ts.isCallExpression(node)) {
    const later = givenLater(session, frame, node, flow)
    if (later !== undefined) return later

    const { functions } = targetsOf(session, frame, node.expression)
    if (functions.length > 0)
      return joinAll(functions.map((target) => walkTarget(session, frame, node, target, flow, true)))
  }
  if (ts.isIdentifier(node)) {
    const held = giveBackVariable(session, frame, node, flow)
    if (held !== undefined) return held
  }
  return giveBackValue(session, frame, node, flow)
}

/** What a name holds; `undefined` where that is not plain. */
function giveBackVariable(session: Session, frame: Frame, name: ts.Identifier, flow: Flow): Flow | null | undefined {
  const declaration = declarationOf(session.project.checker, name)
  if (declaration === null) return undefined
  const bound = boundTo(frame.scope, declaration)
  if (bound !== null && bound.expression !== name)
    return giveBackAnswer(session, { ...frame, scope: bound.scope }, bound.expression, flow)
  if (!ts.isVariableDeclaration(declaration)) return undefined
  if (flow.ways.every(({ values }) => values.has(declaration)))
    return joinAll(
      flow.ways.map((way) => {
        const last = way.values.get(declaration)
        const inner = last === undefined ? frame : { ...frame, scope: last.scope }
        return giveBackAnswer(session, inner, last?.expression ?? name, { ways: [way] })
      }),
    )
  const given = assignedTo(session, name, declaration)
  if (given === null || given.length === 0) return undefined
  const headers = headersSetOn(session, declaration)
  const before =
    headers.length === 0 ? flow : saying(flow, (said) => ({ ...said, headers: [...said.headers, ...headers] }))
  const after = joinAll(given.map((each) => giveBackAnswer(session, frame, each, before)))
  return after === null ? null : flow
}

/** What the evaluator finds: an answer made elsewhere, such as a constant or a field of what a function gave back. */
function giveBackValue(session: Session, frame: Frame, node: ts.Expression, flow: Flow): Flow | null {
  const value = session.project.values.evaluate({ expression: node, scope: frame.scope })
  const options = value.kind === 'choice' ? value.options : [value]
  const flows = options.map((option): Flow | null | undefined => {
    if (option.kind === 'literal') return flow
    if (option.kind !== 'call') return undefined
    const made = session.dialect.made?.(session.project, option.node, option.scope) ?? null
    return made === null ? undefined : applyEffect(session, { ...frame, scope: option.scope }, made, option.node, flow)
  })
  if (flows.includes(undefined)) {
    if (session.dialect.givesBackOther && !mayAnswer(session, node)) return flow
    const reason = `what ${shown(node)} answers is not followed`
    session.unseen.push({ reason, at: session.project.locate(node) })
  }
  return joinAll(flows.map((each) => each ?? null))
}

/** Whether a value may be a `Response` of the platform, by its type. */
function mayAnswer({ project: { checker } }: Session, node: ts.Node): boolean {
  const type = checker.getTypeAtLocation(node)
  const given = promised(checker, type) ?? type
  const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown
  return (given.isUnion() ? given.types : [given]).some(
    ({ flags, symbol }) => (flags & anything) !== 0 || /Response/.test(symbol?.name ?? ''),
  )
}

/** `c.json(x)` on the context of the handler. */
function isAnswering(session: Session, frame: Frame, call: ts.CallExpression): boolean {
  const callee = settled(call.expression)
  const name = isMember(callee) ? memberName(callee) : null
  const base = isMember(callee) ? trackedOf(session, frame, callee.expression) : null
  if (name === null || base?.kind !== 'role') return false
  return session.dialect.respond(name, call.arguments, base.role)?.send !== undefined
}

function isNothing({ project: { checker } }: Session, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node)
  const { flags } = promised(checker, type) ?? type
  return (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never)) !== 0
}
