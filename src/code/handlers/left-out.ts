import ts from 'typescript'
import { contains } from '../program/contains.js'
import { isAssignment } from '../program/operators.js'
import { frameOf, isValue, lookup } from '../values/scope.js'
import type { Value } from '../values/value.js'
import { literal } from '../values/values.js'
import type { Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'

/**
 * Whether what the caller of a followed function has written for a parameter, or has left out, is there at all: `opts.roles`
 * of `guard(handler)` beside `guard(handler, { roles: ['owner'] })`; null where it is not known.
 */
export function truthGiven(session: Session, frame: Frame, node: ts.Expression): boolean | null {
  const value = given(session, frame, node)
  if (value?.kind === 'literal') return Boolean(value.value)
  return value !== null && ['object', 'array', 'function', 'class'].includes(value.kind) ? true : null
}

/** What `typeof init` is of what the caller of a followed function has written for a parameter, or has left out; null where it is not known. */
export function kindGiven(session: Session, frame: Frame, node: ts.Expression): string | null {
  const value = given(session, frame, node)
  if (value?.kind === 'literal') return typeof value.value
  if (value?.kind === 'function' || value?.kind === 'class') return 'function'
  return value?.kind === 'object' || value?.kind === 'array' ? 'object' : null
}

function given(session: Session, frame: Frame, expression: ts.Expression): Value | null {
  const node = settled(expression)
  if (ts.isPropertyAccessExpression(node)) {
    const object = given(session, frame, node.expression)
    if (object === null) return null
    if (isNothing(object)) return node.questionDotToken === undefined ? null : object
    return object.kind === 'object' ? session.project.values.property(object, node.name.text) : null
  }
  const declaration = ts.isIdentifier(node) ? declarationOf(session.project.checker, node) : null
  if (declaration === null) return null
  if (ts.isParameter(declaration)) return argument(session, frame, declaration)
  return ts.isBindingElement(declaration) ? takenOut(session, frame, declaration) : null
}

/** What a parameter of a call in sight stands for: its argument, else its default, else nothing. */
function argument({ project }: Session, { scope }: Frame, parameter: ts.ParameterDeclaration): Value | null {
  const around = frameOf(scope, parameter.parent)
  const names = ts.isIdentifier(parameter.name) ? [parameter.name.text] : []
  if (around === undefined || parameter.dotDotDotToken !== undefined || changes(parameter.parent, names)) return null
  const bound = lookup(scope, parameter)
  if (bound !== undefined) return isValue(bound) ? bound : project.values.evaluate(bound)
  if (parameter.initializer !== undefined)
    return project.values.evaluate({ expression: parameter.initializer, scope: around })
  return parameter.questionToken === undefined ? null : literal(undefined, parameter)
}

/** `function guard(handler, { roles }: Options = {})`: one name of the pattern. */
function takenOut(session: Session, frame: Frame, element: ts.BindingElement): Value | null {
  const parameter = element.parent.parent
  const key = element.propertyName ?? element.name
  if (!ts.isParameter(parameter) || !ts.isIdentifier(key) || !ts.isIdentifier(element.name)) return null
  if (element.dotDotDotToken !== undefined || changes(parameter.parent, [element.name.text])) return null
  const whole = argument(session, frame, parameter)
  if (whole?.kind !== 'object') return null
  const part = session.project.values.property(whole, key.text)
  if (!isNothing(part) || element.initializer === undefined) return part
  const scope = frameOf(frame.scope, parameter.parent) ?? frame.scope
  return session.project.values.evaluate({ expression: element.initializer, scope })
}

function isNothing(value: Value): boolean {
  return value.kind === 'literal' && (value.value === undefined || value.value === null)
}

/** Whether a function gives one of its names another value, or changes what it holds. */
function changes(callee: ts.SignatureDeclaration, names: readonly string[]): boolean {
  const change = (node: ts.Node): boolean =>
    ts.isBinaryExpression(node) && isAssignment(node) && names.includes(rootOf(node.left))
  return 'body' in callee && callee.body !== undefined && contains(callee.body, change)
}

function rootOf(target: ts.Expression): string {
  const node = settled(target)
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression)
  return ts.isIdentifier(node) ? node.text : ''
}
