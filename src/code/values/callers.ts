import ts from 'typescript'
import { loopElements } from './assignments.js'
import { soleInstance } from './injection.js'
import type { FunctionValue, Machine } from './machine.js'
import { moduleScope, referenceTo, visibleFrom } from './scope.js'
import type { Reference, Scope, Value } from './value.js'
import { literal } from './values.js'

const mostScopes = 400

/** Every scope in which a node runs, found outward: through loops over literals and the call sites of the functions around it. */
export function createScopesOf(machine: Machine): (node: ts.Node) => readonly Scope[] {
  const known = new Map<ts.Node, readonly Scope[]>()
  const running = new Set<ts.Node>()
  const scopesOf = (node: ts.Node): readonly Scope[] => {
    const owner = ownerOf(node)
    if (!owner) return [moduleScope]
    const before = known.get(owner)
    if (before) return before
    // A function that calls itself is entered from outside first.
    if (running.has(owner)) return []
    running.add(owner)
    try {
      const scopes = [...new Set(scopesInside(machine, owner, scopesOf))].slice(0, mostScopes)
      if (running.size === 1 || scopes.length > 0) known.set(owner, scopes)
      return scopes
    } finally {
      running.delete(owner)
    }
  }
  return scopesOf
}

type Owner = ts.FunctionLikeDeclaration | ts.ForOfStatement | ts.ClassLikeDeclaration

function ownerOf(node: ts.Node): Owner | undefined {
  let child = node
  for (let at = node.parent; at && !ts.isSourceFile(at); child = at, at = at.parent) {
    if (ts.isForOfStatement(at) && child === at.statement) return at
    if (ts.isClassLike(at) && (ts.isPropertyDeclaration(child) || ts.isClassStaticBlockDeclaration(child))) return at
    if (isFunction(at)) return at
  }
  return undefined
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  )
}

function scopesInside(machine: Machine, owner: Owner, scopesOf: (node: ts.Node) => readonly Scope[]): readonly Scope[] {
  if (ts.isForOfStatement(owner)) return scopesOf(owner).flatMap((scope) => turnsOf(machine, owner, scope))
  if (ts.isClassLike(owner)) return instancesOf(machine, owner, scopesOf)
  if (ts.isConstructorDeclaration(owner)) return instancesOf(machine, owner.parent, scopesOf)
  const called = callersOf(machine, owner, scopesOf)
  if (called.length > 0) return called
  const parent = owner.parent
  // Nobody in the project calls it: somebody else's code does, with arguments that are not known.
  return ts.isClassLike(parent) ? instancesOf(machine, parent, scopesOf) : scopesOf(owner)
}

function turnsOf(machine: Machine, loop: ts.ForOfStatement, scope: Scope): readonly Scope[] {
  const list = loop.initializer
  const [declaration] = ts.isVariableDeclarationList(list) ? list.declarations : []
  const elements = loopElements(machine, loop, scope)
  if (!declaration || elements.length === 0) return [scope]
  return elements.map((each) => machine.frames.turn(loop, scope, new Map([[declaration, each]])))
}

function instancesOf(
  machine: Machine,
  owner: ts.ClassLikeDeclaration,
  scopesOf: (node: ts.Node) => readonly Scope[],
): readonly Scope[] {
  const found: Scope[] = []
  for (const name of machine.sites.aliases(owner, owner.name?.text)) {
    for (const site of machine.sites.creations(name)) {
      for (const scope of scopesOf(site)) {
        const value = machine.evaluate({ expression: site, scope })
        for (const each of value.kind === 'choice' ? value.options : [value]) {
          if (each.kind === 'instance' && each.class === owner) found.push(each.scope)
        }
      }
    }
  }
  if (found.length > 0) return found
  const [outer = moduleScope] = scopesOf(owner)
  const made = soleInstance(machine, { kind: 'class', node: owner, scope: outer })
  return made.kind === 'instance' ? [made.scope] : [outer]
}

/** The scopes that calls of a function make, each with its arguments. */
function callersOf(
  machine: Machine,
  owner: ts.FunctionLikeDeclaration,
  scopesOf: (node: ts.Node) => readonly Scope[],
): readonly Scope[] {
  const passed = passedTo(machine, owner, scopesOf)
  if (passed.length > 0) return passed
  const names = machine.sites.aliases(owner, nameOf(owner))
  const found = [...names].flatMap((name) =>
    machine.sites
      .calls(name)
      .filter((call) => mayCall(machine, call, owner))
      .flatMap((call) => scopesAt(machine, call, owner, scopesOf)),
  )
  const made = [...factoryFrames(machine, owner, names)]
  if (made.length > 0) return [...found, ...made]
  if (found.length > 0 || !isHandedOn(machine, owner, names)) return found
  const fitting = machine.sites.indirect.filter((call) => fits(call, owner))
  if (fitting.length > mostIndirect) return []
  return fitting.flatMap((call) => scopesAt(machine, call, owner, scopesOf))
}

/** `{ useFactory: f }` and `.toDynamicValue(f)`: the container makes the call. */
function* factoryFrames(
  machine: Machine,
  owner: ts.FunctionLikeDeclaration,
  names: ReadonlySet<string>,
): Iterable<Scope> {
  const named = [...names].flatMap((name) => machine.sites.handed(name)).filter((each) => ts.isExpression(each))
  for (const each of [...(ts.isExpression(owner) ? [owner] : []), ...named]) {
    const site = factorySite(each)
    if (!site) continue
    for (const value of functionsIn(machine.evaluate({ expression: each, scope: moduleScope }))) {
      if (value.node === owner) yield machine.frames.call(value, null, site, moduleScope)
    }
  }
}

/** The provider or call that stands for the container's call of a factory; the same as where tokens are resolved. */
function factorySite(factory: ts.Node): ts.Node | undefined {
  const holder = factory.parent
  if (ts.isPropertyAssignment(holder)) return holder.name.getText() === 'useFactory' ? holder.parent : undefined
  if (!ts.isCallExpression(holder)) return undefined
  if (ts.isPropertyAccessExpression(holder.expression) && holder.expression.name.text === 'toDynamicValue')
    return holder
  if (ts.isIdentifier(holder.expression) && holder.expression.text === 'asFunction') return holder
  return factorySite(holder)
}

const mostIndirect = 60

/** Whether a function is an element or a member of something, or handed to a function of the project: it may be called there. */
function isHandedOn(machine: Machine, owner: ts.FunctionLikeDeclaration, names: ReadonlySet<string>): boolean {
  if (ts.isMethodDeclaration(owner)) return false
  // What takes nothing runs alike wherever it is called, but where a container makes something by it.
  if (owner.parameters.length === 0)
    return givesBack(owner) && ts.isCallExpression(owner.parent) && callsOwn(machine, owner.parent)
  if (machine.sites.handsModules && isExported(owner)) return true
  const named = [...names].flatMap((name) => machine.sites.handed(name))
  return [owner, ...named].some((each) => {
    const holder = each.parent
    if (ts.isArrayLiteralExpression(holder) || ts.isPropertyAssignment(holder)) return true
    if (ts.isShorthandPropertyAssignment(each)) return true
    return ts.isCallExpression(holder) && callsOwn(machine, holder)
  })
}

/** Whether a function ends with something that it has made. */
function givesBack({ body }: ts.FunctionLikeDeclaration): boolean {
  const last = body !== undefined && ts.isBlock(body) ? body.statements.at(-1) : undefined
  return last !== undefined && ts.isReturnStatement(last) && last.expression !== undefined
}

/** `Object.values(routes)` of `import * as routes` holds what each module exports. */
function isExported(owner: ts.FunctionLikeDeclaration): boolean {
  const { parent } = owner
  if (ts.isExportAssignment(parent)) return true
  const declaration = ts.isVariableDeclaration(parent) ? parent : owner
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0
}

function callsOwn(machine: Machine, call: ts.CallExpression): boolean {
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression
  let symbol = machine.checker.getSymbolAtLocation(callee)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = machine.checker.getAliasedSymbol(symbol)
  return (symbol?.declarations ?? []).some((each) => machine.isOwn(each.getSourceFile()))
}

/** A call without a name that passes as many arguments as the function takes. */
function fits(call: ts.CallExpression, owner: ts.FunctionLikeDeclaration): boolean {
  const needed = owner.parameters.filter(
    (each) => !each.initializer && !each.questionToken && !each.dotDotDotToken,
  ).length
  // A factory that takes nothing may be handed its container all the same.
  return call.arguments.length >= needed && call.arguments.length <= Math.max(1, owner.parameters.length)
}

function scopesAt(
  machine: Machine,
  call: ts.CallExpression,
  owner: ts.FunctionLikeDeclaration,
  scopesOf: (node: ts.Node) => readonly Scope[],
): readonly Scope[] {
  return scopesOf(call).flatMap((scope) => {
    const value = machine.evaluate({ expression: call.expression, scope })
    const args = call.arguments.map((expression) => ({ expression, scope }))
    return functionsIn(value)
      .filter((each) => each.node === owner)
      .map((each) => machine.frames.call(each, args, call, visibleFrom(call, scope)))
  })
}

function functionsIn(value: Value): readonly FunctionValue[] {
  const options = value.kind === 'choice' ? value.options : [value]
  return options.filter((each): each is FunctionValue => each.kind === 'function')
}

/** `[…].forEach(callback)`: one scope for each element. */
function passedTo(
  machine: Machine,
  owner: ts.FunctionLikeDeclaration,
  scopesOf: (node: ts.Node) => readonly Scope[],
): readonly Scope[] {
  const call = owner.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== owner || !ts.isPropertyAccessExpression(call.expression))
    return []
  const access = call.expression
  if (!/^(forEach|map|flatMap|filter|some|every)$/.test(access.name.text)) return []
  return scopesOf(call).flatMap((scope) => {
    const list = machine.evaluate({ expression: access.expression, scope })
    const callee = machine.evaluate({ expression: call.arguments[0] ?? access, scope })
    if (list.kind !== 'array' || callee.kind !== 'function') return []
    return list.elements.map((element, index) => {
      const at: Reference = referenceTo(literal(index, element.expression), element.expression)
      return machine.frames.call(callee, [element, at], call, visibleFrom(call, scope))
    })
  })
}

function nameOf(owner: ts.FunctionLikeDeclaration): string | undefined {
  if (owner.name) return ts.isComputedPropertyName(owner.name) ? undefined : owner.name.getText()
  const parent = owner.parent
  if (
    (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name
  ) {
    return parent.name.getText()
  }
  return undefined
}

/** A quick look by symbol that spares evaluating calls of other functions with the same name. */
function mayCall(machine: Machine, call: ts.CallExpression, owner: ts.FunctionLikeDeclaration): boolean {
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression
  let symbol = machine.checker.getSymbolAtLocation(callee)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = machine.checker.getAliasedSymbol(symbol)
  const declarations = symbol?.declarations ?? []
  if (declarations.length === 0) return true
  return declarations.some((each) => {
    if (each === owner || each === owner.parent) return true
    if (!machine.isOwn(each.getSourceFile())) return false
    return !isFunction(each) || !each.body
  })
}
