import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { assume, assumeEqual } from '../types/expressions/conditions.js'
import { type Facts, noFacts } from '../types/expressions/facts.js'
import { sameFacts } from '../types/expressions/knowledge.js'
import type { Reference, Value } from '../values/value.js'
import { decide } from './conditions.js'
import { eitherStatus } from './either-status.js'
import type { Statuses } from './exchange.js'
import { givenHere, lookupHere } from './known-here.js'
import { boundTo } from './scopes.js'
import type { Frame, Session, Way } from './session.js'
import { numbersIn, statusesOf } from './status.js'
import { bare, declarationOf, isMember } from './syntax.js'

/** The statuses that an expression has where these facts hold. */
interface StatusCase {
  readonly facts: Facts
  readonly statuses: Statuses
}

const deepest = 8

/** The statuses that an expression has on one way, by the conditions that choose among them. */
export function statusCases(
  session: Session,
  frame: Frame,
  way: Way,
  expression: ts.Expression,
): readonly StatusCase[] {
  const cases: StatusCase[] = []
  for (const each of casesOf(session, { ...frame, way }, expression, 0)) {
    const index = cases.findIndex((known) => sameFacts(known.facts, each.facts))
    const known = cases[index]
    if (known === undefined) cases.push(each)
    else cases[index] = { ...known, statuses: eitherStatus(known.statuses, each.statuses) }
  }
  return cases
}

function casesOf(session: Session, frame: Frame, expression: ts.Expression, depth: number): readonly StatusCase[] {
  const node = bare(expression)
  const facts = frame.way?.facts ?? noFacts
  const known = (): readonly StatusCase[] => [{ facts, statuses: statusesOf(session, frame, node) }]
  if (depth > deepest) return known()
  if (ts.isConditionalExpression(node)) return eitherBranch(session, frame, node, facts, depth)
  const stands = ts.isIdentifier(node) || isMember(node) ? standsFor(session, frame, node) : null
  if (stands !== null) {
    const cases = casesOf(session, { ...frame, scope: stands.scope }, stands.expression, depth + 1)
    if (cases.some((each) => each.statuses.known)) return cases.flatMap((each) => leftOf(session, frame, node, each))
  }
  const looked = ts.isElementAccessExpression(node) ? lookedUp(session, frame, node, facts) : null
  if (looked !== null) return looked
  const statuses = statusesOf(session, frame, node)
  if (!statuses.known || statuses.values.length < 2) return [{ facts, statuses }]
  return statuses.values.flatMap((value): readonly StatusCase[] => {
    const { checker } = session.project
    const here = assumeEqual(facts, node, value, true, lookupHere(session, frame), checker)
    return here === null ? [] : [{ facts: here, statuses: { known: true, values: [value] } }]
  })
}

/** A case without the statuses that the name is known not to hold: behind `if (status === 404) return`. */
function leftOf(session: Session, frame: Frame, name: ts.Expression, each: StatusCase): readonly StatusCase[] {
  const { facts, statuses } = each
  if (!statuses.known) return [each]
  const { checker } = session.project
  const lookup = lookupHere(session, frame)
  const values = statuses.values.filter((value) => assumeEqual(facts, name, value, true, lookup, checker) !== null)
  return values.length === 0 ? [] : [{ facts, statuses: { known: true, values } }]
}

const mostKeys = 12

/** `statusOf[error.kind]`: the status of each kind, where it is that kind. Null where keys or statuses are not all known. */
function lookedUp(
  session: Session,
  frame: Frame,
  { expression: table, argumentExpression: key }: ts.ElementAccessExpression,
  facts: Facts,
): readonly StatusCase[] | null {
  const { checker, values } = session.project
  const keys = textsOf(values.evaluate({ expression: key, scope: frame.scope })) ?? literalTexts(checker, key)
  if (keys === null || keys.length > mostKeys) return null
  const object = values.evaluate({ expression: table, scope: frame.scope })
  if (object.kind !== 'object') return null
  const statuses = keys.map((name) => [name, numbersIn(values.property(object, name))] as const)
  if (statuses.some(([, numbers]) => numbers === null)) return null
  return statuses.flatMap(([name, numbers]): readonly StatusCase[] => {
    const here = assumeEqual(facts, key, name, true, lookupHere(session, frame), checker)
    return here === null ? [] : [{ facts: here, statuses: { known: true, values: numbers ?? [] } }]
  })
}

/** The texts that a value is one of; null where it may be something else. */
function textsOf(value: Value): readonly string[] | null {
  if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : null
  if (value.kind !== 'choice') return null
  const options = value.options.map(textsOf)
  return options.includes(null) ? null : [...new Set(options.flatMap((each) => each ?? []))]
}

function literalTexts(checker: ts.TypeChecker, expression: ts.Expression): readonly string[] | null {
  const type = checker.getTypeAtLocation(expression)
  const texts = (type.isUnion() ? type.types : [type]).map((arm) => (arm.isStringLiteral() ? arm.value : null))
  return texts.includes(null) ? null : texts.flatMap((text) => text ?? [])
}

function eitherBranch(
  session: Session,
  frame: Frame,
  node: ts.ConditionalExpression,
  facts: Facts,
  depth: number,
): readonly StatusCase[] {
  const { checker } = session.project
  const truth = decide(session, frame, node.condition)
  return [true, false].flatMap((each) => {
    if (truth === !each) return []
    const here = assume(facts, node.condition, each, lookupHere(session, frame), checker)
    if (here === null || frame.way === undefined) return []
    const inner: Frame = { ...frame, way: { ...frame.way, facts: here } }
    return casesOf(session, inner, each ? node.whenTrue : node.whenFalse, depth + 1)
  })
}

/** What a name stands for: what it was given last, the argument of a followed call, the value of a constant. */
function standsFor(session: Session, frame: Frame, node: ts.Expression): Reference | null {
  const given = givenHere(session, frame, node)
  if (given !== null) return given
  const declaration = ts.isIdentifier(node) ? declarationOf(session.project.checker, node) : null
  if (declaration === null) return null
  const bound = boundTo(frame.scope, declaration)
  if (bound !== null) return bound.expression === node ? null : bound
  return isConstant(declaration) ? { expression: declaration.initializer, scope: frame.scope } : null
}
