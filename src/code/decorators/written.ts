import ts from 'typescript'
import { contains } from '../program/contains.js'
import type { Value } from '../values/value.js'

/** A decorator that is written out as a function, and returns nothing or what it was handed. */
type Written = Extract<Value, { kind: 'function' }>

/** What such a function does to what it decorates, one call each. */
export interface DecoratingCall {
  readonly call: ts.CallExpression
  /** Made whatever is decorated; false under a condition on anything else, and in a function that others call. */
  readonly sure: boolean
}

/** The calls that hand on what is decorated: `HttpCode(204)(target, key, descriptor)`, `Reflect.defineMetadata(key, value, target)`. */
export function decoratingCalls({ node }: Written): readonly DecoratingCall[] {
  const handed = new Set(node.parameters.map(({ name }) => name.getText()))
  const [target] = node.parameters
  if (!target || !node.body) return []
  const found: DecoratingCall[] = []
  const search = (at: ts.Node, sure: boolean): void => {
    if (ts.isCallExpression(at) && at.arguments.some((one) => holds(one, handed))) found.push({ call: at, sure })
    const below = sure && !ts.isFunctionLike(at) && !asksOther(at, handed)
    ts.forEachChild(at, (child) => search(child, below))
  }
  search(node.body, true)
  return found
}

/** The decorated thing itself, its function, or an option that names it: `target`, `descriptor.value`, `{ target: target.constructor }`. */
function holds(argument: ts.Expression, handed: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(argument)) return handed.has(argument.text)
  if (ts.isPropertyAccessExpression(argument) || ts.isAsExpression(argument) || ts.isNonNullExpression(argument))
    return holds(argument.expression, handed)
  if (!ts.isObjectLiteralExpression(argument)) return false
  return argument.properties.some((one) =>
    ts.isPropertyAssignment(one) ? holds(one.initializer, handed) : handed.has(one.name?.getText() ?? ''),
  )
}

/** A branch or a loop that asks for something else than what is decorated: a class or a method. */
function asksOther(node: ts.Node, handed: ReadonlySet<string>): boolean {
  if (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)) return true
  if (!ts.isIfStatement(node) && !ts.isConditionalExpression(node)) return false
  const condition = ts.isIfStatement(node) ? node.expression : node.condition
  return !mentions(condition, handed)
}

const mentions = (code: ts.Node, names: ReadonlySet<string>): boolean =>
  contains(code, (node) => ts.isIdentifier(node) && names.has(node.text))
