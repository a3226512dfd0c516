import ts from 'typescript'
import { thisKey } from '../../values/this-key.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import { dispatch } from './dispatch.js'
import type { Instance, Session, Site } from './instance.js'
import { isRegistration } from './method-call.js'
import type { FunctionValue } from './plugin.js'
import { pluginInstanceOf } from './receiver.js'

/** Reads what a plugin does to its instance. `options` is what `register` hands on to it. */
export function walkPlugin(
  session: Session,
  plugin: FunctionValue,
  instance: Instance,
  site: Site,
  options: Reference | null,
): void {
  const [first, second] = plugin.node.parameters
  session.plugins.add(plugin.node)
  if (first === undefined || session.active.includes(plugin.node)) return
  const bindings = new Map<ts.Node, Reference | Value>([
    [first, { kind: 'parameter', node: first, function: plugin.node }],
  ])
  if (second !== undefined && options !== null) bindings.set(second, options)
  const scope = frame(plugin, bindings)
  session.active.push(plugin.node)
  walkBody(session, plugin.node, { scope, instances: new Map([...site.instances, [first, instance]]) })
  session.active.pop()
}

function frame(callee: FunctionValue, bindings: Map<ts.Node, Reference | Value>): Scope {
  if (callee.receiver !== undefined) bindings.set(thisKey(callee.node), callee.receiver)
  return { bindings, outer: callee.scope, owner: callee.node }
}

function walkBody(session: Session, declaration: ts.FunctionLikeDeclaration, site: Site): void {
  if (declaration.body !== undefined) visit(session, declaration.body, site)
}

/** Nested functions are not entered: they run when somebody calls them, and are found there. */
function visit(session: Session, node: ts.Node, site: Site): void {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
  if (ts.isForOfStatement(node)) visitLoop(session, node, site)
  else if (ts.isCallExpression(node)) {
    visit(session, node.expression, site)
    if (!isRegistration(node)) for (const argument of node.arguments) visit(session, argument, site)
    visitCall(session, node, site)
  } else if (ts.isNewExpression(node)) visitHandOver(session, node, site)
  else ts.forEachChild(node, (child) => visit(session, child, site))
}

function visitCall(session: Session, call: ts.CallExpression, site: Site): void {
  if (isRegistration(call)) {
    const instance = pluginInstanceOf(session, call.expression.expression, site)
    if (instance !== null) {
      dispatch(session, call, instance, site)
      return
    }
  }
  if (visitCallback(session, call, site)) return
  visitHandOver(session, call, site)
}

/** `app.after(() => …)`, `routes.forEach((route) => …)`: the function given runs here, once for each element. */
function visitCallback(session: Session, call: ts.CallExpression, site: Site): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false
  const [given] = call.arguments
  if (given === undefined || !(ts.isArrowFunction(given) || ts.isFunctionExpression(given))) return false
  const name = call.expression.name.text
  if (name === 'after' || name === 'ready' || name === 'then') {
    walkBody(session, given, site)
    return true
  }
  if (name !== 'forEach' && name !== 'map') return false
  const [parameter] = given.parameters
  for (const element of elementsOf(session, call.expression.expression, site)) {
    const bindings = new Map<ts.Node, Reference | Value>(parameter === undefined ? [] : [[parameter, element]])
    walkBody(session, given, { ...site, scope: { bindings, outer: site.scope, owner: given } })
  }
  return true
}

function visitLoop(session: Session, loop: ts.ForOfStatement, site: Site): void {
  const declaration = ts.isVariableDeclarationList(loop.initializer) ? loop.initializer.declarations[0] : undefined
  const elements = elementsOf(session, loop.expression, site)
  if (declaration === undefined || elements.length === 0) {
    visit(session, loop.statement, site)
    return
  }
  for (const element of elements) {
    const scope: Scope = { bindings: new Map([[declaration, element]]), outer: site.scope, owner: loop }
    visit(session, loop.statement, { ...site, scope })
  }
}

function elementsOf(session: Session, expression: ts.Expression, site: Site): readonly Reference[] {
  const list = session.project.values.evaluate({ expression, scope: site.scope })
  return list.kind === 'array' ? list.elements : []
}

/** `petRoutes(app, store)`: a function of the project that is handed the instance registers on it. */
function visitHandOver(session: Session, call: ts.CallExpression | ts.NewExpression, site: Site): void {
  const handed = call.arguments?.some((argument) => mayHoldInstance(session, argument, site)) ?? false
  if (!handed) return
  const callee = session.project.values.evaluate({ expression: call.expression, scope: site.scope })
  for (const target of callee.kind === 'choice' ? callee.options : [callee]) {
    if (target.kind !== 'function' || session.active.includes(target.node)) continue
    const bindings = new Map<ts.Node, Reference | Value>()
    for (const [index, parameter] of target.node.parameters.entries()) {
      const argument = call.arguments?.[index]
      if (argument !== undefined) bindings.set(parameter, { expression: argument, scope: site.scope })
    }
    session.active.push(target.node)
    walkBody(session, target.node, { ...site, scope: frame(target, bindings) })
    session.active.pop()
  }
}

function mayHoldInstance(session: Session, argument: ts.Expression, site: Site): boolean {
  if (ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument) || ts.isCallExpression(argument)) {
    return pluginInstanceOf(session, argument, site) !== null
  }
  return false
}
