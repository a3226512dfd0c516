import type ts from 'typescript'
import type { Json } from '../../model/json.js'
import { assume, assumeEqual, assumeNullish } from '../types/expressions/conditions.js'
import type { Lookup } from '../types/expressions/expression.js'
import type { Facts } from '../types/expressions/facts.js'
import { leadOn } from './flow.js'
import { lookupHere } from './known-here.js'
import type { Flow, Frame, Session, Way } from './session.js'

/** The ways of a flow on which a condition holds, or does not; null where there is none. */
export function where(
  session: Session,
  frame: Frame,
  condition: ts.Expression,
  truth: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return learning(session, frame, flow, ({ facts }, lookup) => assume(facts, condition, truth, lookup, checker))
}

/** The ways on which a value is null or undefined, or is neither. */
export function whereNullish(
  session: Session,
  frame: Frame,
  value: ts.Expression,
  nullish: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return learning(session, frame, flow, ({ facts }, lookup) => assumeNullish(facts, value, nullish, lookup, checker))
}

/** The ways on which a value is a literal, or is none of several. */
export function whereEqual(
  session: Session,
  frame: Frame,
  value: ts.Expression,
  literal: Json,
  same: boolean,
  flow: Flow | null,
): Flow | null {
  const { checker } = session.project
  return learning(session, frame, flow, ({ facts }, lookup) =>
    assumeEqual(facts, value, literal, same, lookup, checker),
  )
}

function learning(
  session: Session,
  frame: Frame,
  flow: Flow | null,
  learn: (way: Way, lookup: Lookup) => Facts | null,
): Flow | null {
  return leadOn(flow, (way) => {
    const facts = learn(way, lookupHere(session, { ...frame, way }))
    if (facts === null) return []
    return [facts === way.facts ? way : { ...way, facts }]
  })
}
