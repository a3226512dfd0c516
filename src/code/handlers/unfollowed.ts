import ts from 'typescript'
import type { Value } from '../values/value.js'
import { walkCallbacks } from './callbacks.js'
import { leadOn } from './flow.js'
import { thrownBy } from './known.js'
import { goOnward } from './onward.js'
import { applyEffect } from './respond.js'
import type { Flow, Frame, Session } from './session.js'
import { shown } from './status.js'
import { isMember, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'
import { turnsOfCall } from './turns.js'

/** Functions of packages that take the exchange and neither answer nor read what the client sent by name. */
const onlookers = new Set([
  'onFinished',
  'validationResult',
  'matchedData',
  'onHeaders',
  'log',
  'info',
  'debug',
  'warn',
  'error',
  'trace',
  'child',
  'next',
  'emit',
  'bind',
  'then',
])

/** A call whose code is not read: what it is handed says what it may do. */
export function unfollowed(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  value: Value | null,
  flow: Flow | null,
): Flow | null {
  const callee = settled(call.expression)
  const name = isMember(callee) ? memberName(callee) : ts.isIdentifier(callee) ? callee.text : null
  const at = session.project.locate(call)
  const turns = turnsOfCall(session, frame, call) ?? [frame.scope]
  let after = turns.reduce<Flow | null>(
    (state, scope) => walkCallbacks(session, { ...frame, scope }, call.arguments, state),
    flow,
  )
  if (name !== null && onlookers.has(name)) return after
  const roles = call.arguments
    .map((arg) => trackedOf(session, frame, arg))
    .flatMap((tracked) => (tracked?.kind === 'role' ? [tracked.role] : []))
  const answers = roles.includes('response') || roles.includes('context')
  if (answers && (name === 'pipe' || name === 'pipeline'))
    return applyEffect(session, frame, { send: { as: 'stream' } }, call, after)
  if (answers) {
    const known = value === null ? null : session.dialect.known(value)
    if (known === null)
      session.unseen.push({ reason: `${shown(call.expression)} is handed the response and is not followed`, at })
    for (const status of known?.statuses ?? []) {
      session.answers.push({ statuses: { known: true, values: [status] }, content: unknownContent, headers: [], at })
    }
    frame.throws.push(...thrownBy(known, at))
    const { stage } = session.dialect
    if (stage !== undefined) {
      after = known === null ? mayHaveSet(after) : after
      if (roles.includes('next')) after = goOnward(session, frame, stage, call, after)
      if (known !== null) return after
    } else after = roles.includes('next') ? null : after
  }
  if (roles.includes('next') && session.dialect.stage === undefined) session.passes.push(call)
  if (roles.includes('request') || roles.includes('context')) {
    const reason = `the request is handed on to ${shown(call.expression)}`
    session.gaps.push(...(['query', 'header', 'cookie', 'request'] as const).map((about) => ({ about, reason, at })))
  }
  return after
}

/** Code that is not read may have set the body, where nobody else has. */
function mayHaveSet(flow: Flow | null): Flow | null {
  return leadOn(flow, (way) => {
    const { draft } = way.said
    if (draft === undefined || draft.body.kind !== 'unset' || draft.behind) return [way]
    return [{ ...way, said: { ...way.said, draft: { ...draft, body: { kind: 'unknown' } } } }]
  })
}

const unknownContent = { mediaType: '*/*', schema: { inexact: 'another package writes it' } }
