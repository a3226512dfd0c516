import ts from 'typescript'
import { builtinCall } from './builtins.js'
import { kept } from './cradle.js'
import { resolveToken } from './injection.js'
import type { CallLike, FunctionValue, Machine } from './machine.js'
import { mapEntry } from './maps.js'
import { moduleValue } from './modules.js'
import { returnsOf } from './returns.js'
import { visibleFrom } from './scope.js'
import type { Reference, Scope, Value } from './value.js'
import { bare, choice, literal, unknown } from './values.js'

/** What a call or `new` gives. */
export function callValue(machine: Machine, node: CallLike, scope: Scope): Value {
  const args = (node.arguments ?? []).map((expression) => ({ expression, scope }))
  const callee = bare(node.expression)
  const [first] = node.arguments ?? []
  if (first && node.expression.kind === ts.SyntaxKind.ImportKeyword) return moduleValue(machine, first, node)
  if (first && ts.isIdentifier(callee) && callee.text === 'require') return moduleValue(machine, first, node)
  if (ts.isNewExpression(node))
    return constructed(machine, machine.evaluate({ expression: callee, scope }), args, node, scope)
  if (!ts.isPropertyAccessExpression(callee)) {
    const value = machine.evaluate({ expression: callee, scope })
    // `join` of a named import is the same function as `path.join`.
    const known = value.kind === 'import' && builtinCall(machine, { ...value, name: '*' }, value.name, args, node)
    return known || called(machine, value, args, node, scope)
  }
  const object = machine.evaluate({ expression: callee.expression, scope })
  return methodCall(machine, object, callee.name.text, args, node, scope)
}

function methodCall(
  machine: Machine,
  object: Value,
  name: string,
  args: readonly Reference[],
  node: CallLike,
  scope: Scope,
): Value {
  if (object.kind === 'choice') {
    const present = object.options.filter((each) => each.kind !== 'literal' || each.value != null)
    return choice(
      present.map((each) => methodCall(machine, each, name, args, node, scope)),
      node,
    )
  }
  const known = builtinCall(machine, object, name, args, node)
  if (known) return known
  const entry = name === 'get' && args[0] ? mapEntry(machine, object, args[0], node) : undefined
  if (entry) return entry
  const outside =
    object.kind === 'call' || object.kind === 'import' || object.kind === 'parameter' || object.kind === 'member'
  if (outside && /^(resolve|get([A-Z]\w*)?)$/.test(name) && args[0]) {
    const token = machine.evaluate(args[0])
    const key = token.kind === 'literal' && name === 'resolve' ? token.value : undefined
    const provided =
      (typeof key === 'string' ? kept(machine, key) : undefined) ?? resolveToken(machine, token, setterOf(name))
    if (provided) return provided
  }
  const value = machine.property(object, name)
  if (value.kind === 'member') return { kind: 'call', callee: value.object, method: name, node, scope }
  return called(machine, value, args, node, scope)
}

/** `setData` of `getData`: what a store is given under a key, it gives back under it. */
function setterOf(getter: string): string | undefined {
  return /^get[A-Z]/.test(getter) && getter !== 'getInstance' ? getter.replace('get', 'set') : undefined
}

/** What calling a value gives, where the call is written in the code. */
export function called(
  machine: Machine,
  value: Value,
  args: readonly Reference[] | null,
  node: ts.Node,
  scope: Scope,
): Value {
  switch (value.kind) {
    case 'function':
      return bodyValue(machine, value, args, node, scope)
    case 'choice':
      return choice(
        value.options.map((each) => called(machine, each, args, node, scope)),
        node,
      )
    case 'import':
    case 'call':
    case 'parameter':
      return ts.isCallExpression(node) || ts.isNewExpression(node)
        ? { kind: 'call', callee: value, node, scope }
        : unknown('a call that is made outside the project', node)
    case 'member':
      return ts.isCallExpression(node) || ts.isNewExpression(node)
        ? { kind: 'call', callee: value.object, method: value.name, node, scope }
        : unknown('a call that is made outside the project', node)
    case 'namespace':
      // A CommonJS module is called by what it exports as a whole.
      return called(machine, machine.property(value, 'default'), args, node, scope)
    case 'unknown':
      return value
    default:
      return unknown('what is called here is no function', node)
  }
}

function bodyValue(
  machine: Machine,
  value: FunctionValue,
  args: readonly Reference[] | null,
  site: ts.Node,
  from: Scope,
): Value {
  const scope = machine.frames.call(value, args, site, visibleFrom(site, from))
  const body = 'body' in value.node ? value.node.body : undefined
  if (!body) return unknown('the function has no body', value.node)
  if ('asteriskToken' in value.node && value.node.asteriskToken)
    return unknown('a generator is not followed', value.node)
  return machine.enter(value.node, () => {
    if (!ts.isBlock(body)) return machine.evaluate({ expression: body, scope })
    const returned = returnsOf(body)
    if (returned.length === 0) return literal(undefined, value.node)
    return choice(
      returned.map((each) => (each ? machine.evaluate({ expression: each, scope }) : literal(undefined, body))),
      site,
    )
  })
}

function constructed(
  machine: Machine,
  value: Value,
  args: readonly Reference[],
  node: ts.NewExpression,
  scope: Scope,
): Value {
  if (value.kind === 'class') return machine.frames.instance(value, args, node, scope)
  if (value.kind === 'choice') {
    return choice(
      value.options.map((each) => constructed(machine, each, args, node, scope)),
      node,
    )
  }
  if (value.kind === 'function') return unknown('`new` of a function is not followed', node)
  return called(machine, value, args, node, scope)
}
