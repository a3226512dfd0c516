import { STATUS_CODES } from 'node:http'
import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import { errorType, platformName } from './error-classes.js'
import { errorProperty } from './error-status.js'
import type { Thrown } from './exchange.js'
import type { Caught, Frame, Session } from './session.js'
import { statusConstant } from './status-names.js'
import { isMember, literalText, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

type Plain = string | number | boolean | null | undefined

/** A value that is known, or not: `undefined` is a value. */
type Known = { readonly value: Plain } | null

/**
 * Whether a condition on the one error that is followed holds: what it has, what it is called, what it is; null where that
 * is not known. `instanceof` is not asked here.
 */
export function decideByError(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = settled(condition)
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.InKeyword) return has(session, frame, node)
    const comparison = comparisonOf(node)
    if (comparison === null || !mentions(session, frame, node.left, node.right)) return null
    const left = known(session, frame, node.left)
    const right = known(session, frame, node.right)
    if (left === null || right === null) return null
    const isNone = left.value == null && right.value == null
    return (left.value === right.value || (!comparison.strict && isNone)) === comparison.same
  }
  if (onlyOf(session, frame, node) !== null) return true
  if (!isMember(node)) return null
  const value = mentions(session, frame, node) ? known(session, frame, node) : null
  return value === null ? null : Boolean(value.value)
}

function onlyOf(session: Session, frame: Frame, expression: ts.Expression): Thrown | null {
  const tracked = trackedOf(session, frame, expression)
  const caught: Caught | null = tracked?.kind === 'caught' ? tracked.caught : null
  return caught?.only ?? null
}

/** `err`, `err.status`, `typeof err`, `err.constructor.name`. */
function mentions(session: Session, frame: Frame, ...expressions: readonly ts.Expression[]): boolean {
  return expressions.some((expression) => {
    const node = settled(expression)
    if (ts.isTypeOfExpression(node)) return onlyOf(session, frame, node.expression) !== null
    if (onlyOf(session, frame, node) !== null) return true
    return isMember(node) && mentions(session, frame, node.expression)
  })
}

/** `'status' in err`. */
function has(session: Session, frame: Frame, { left, right }: ts.BinaryExpression): boolean | null {
  const only = onlyOf(session, frame, right)
  const name = literalText(left)
  if (only === null || name === null) return null
  return hasMember(session.project, only, name)
}

const ofErrors = new Set(['message', 'stack', 'name'])
const ofHttpErrors = new Set([...ofErrors, 'status', 'statusCode', 'expose', 'headers'])

function hasMember(project: Project, thrown: Thrown, name: string): boolean | null {
  if (thrown.status !== undefined) return ofHttpErrors.has(name)
  const type = errorType(project, thrown)
  return type === null ? null : project.checker.getPropertyOfType(type, name) !== undefined
}

function known(session: Session, frame: Frame, expression: ts.Expression): Known {
  const node = settled(expression)
  if (ts.isTypeOfExpression(node)) return onlyOf(session, frame, node.expression) === null ? null : { value: 'object' }
  const base = isMember(node) ? onlyOf(session, frame, node.expression) : null
  if (isMember(node) && base !== null) {
    const name = memberName(node)
    return name === null ? null : memberOfError(session.project, base, name)
  }
  // The error itself is no literal, and none is equal to it.
  if (onlyOf(session, frame, node) !== null) return { value: 'an error' }
  return literal(session.project.values.evaluate({ expression: node, scope: frame.scope }))
}

function literal(value: Value): Known {
  if (value.kind === 'literal') return { value: value.value }
  const constant = value.kind === 'import' ? statusConstant(value.module, value.name) : null
  return constant === null ? null : { value: constant }
}

/** By what errors of packages can be told, and whose they are. */
const brands: Readonly<Record<string, string>> = {
  isJoi: 'joi',
  isBoom: 'boom',
  isAxiosError: 'axios',
}

function memberOfError(project: Project, thrown: Thrown, name: string): Known {
  if (thrown.library !== undefined && Object.hasOwn(brands, name))
    return { value: brands[name] === thrown.library.module || undefined }
  if (thrown.library !== undefined && name === 'name' && thrown.status === undefined)
    return { value: thrown.library.name }
  if (hasMember(project, thrown, name) === false) return { value: undefined }
  if (thrown.status !== undefined) {
    if (name === 'status' || name === 'statusCode') return { value: thrown.status }
    if (name === 'expose') return { value: thrown.status < 500 }
    return name === 'name' ? { value: nameOf(thrown.status) } : null
  }
  if (errorType(project, thrown) === null || thrown.error === null) return null
  const status = errorProperty(project, thrown, name)
  if (typeof status === 'number') return { value: status }
  const called = name === 'name' ? platformName(project, thrown) : null
  if (called !== null) return { value: called }
  return literal(project.values.property(project.values.evaluate(thrown.error), name))
}

/** What http-errors calls an error: `NotFoundError`. */
function nameOf(status: number): string {
  const name = (STATUS_CODES[status] ?? '')
    .replace(/[^A-Za-z ]/g, '')
    .replaceAll(/(^| )(\w)/g, (_, __, letter) => letter.toUpperCase())
  return name.endsWith('Error') ? name : `${name}Error`
}

/** The condition that a predicate of the project gives back, with the argument that is the error: `isRefused(err)`. */
export function predicateOf(
  session: Session,
  frame: Frame,
  condition: ts.Expression,
): { readonly condition: ts.Expression; readonly parameter: ts.ParameterDeclaration; readonly caught: Caught } | null {
  const call = settled(condition)
  if (!ts.isCallExpression(call)) return null
  const index = call.arguments.findIndex((argument) => onlyOf(session, frame, argument) !== null)
  const argument = call.arguments[index]
  const tracked = argument === undefined ? null : trackedOf(session, frame, argument)
  if (tracked?.kind !== 'caught') return null
  const value = session.project.values.evaluate({ expression: call.expression, scope: frame.scope })
  if (value.kind !== 'function' || value.node.body === undefined) return null
  const parameter = value.node.parameters[index]
  const { body } = value.node
  const [statement, ...others] = ts.isBlock(body) ? body.statements : []
  const returned =
    statement !== undefined && ts.isReturnStatement(statement) && others.length === 0 ? statement.expression : undefined
  const given = ts.isBlock(body) ? returned : body
  return given === undefined || parameter === undefined ? null : { condition: given, parameter, caught: tracked.caught }
}
