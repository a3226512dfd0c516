import ts from 'typescript'
import { writtenIn } from './literals.js'
import type { ClassValue, Machine } from './machine.js'
import { moduleScope } from './scope.js'
import type { Scope, Value } from './value.js'
import { choice, unknown } from './values.js'

/** What a DI container passes for a constructor parameter or sets on a field: by token, else by the class it is typed with. */
export function injected(
  machine: Machine,
  target: ts.ParameterDeclaration | ts.PropertyDeclaration,
  type: ts.TypeNode | undefined,
): Value | undefined {
  const token = tokenOf(target)
  if (token) {
    const provided = resolveToken(machine, machine.evaluate({ expression: token, scope: moduleScope }))
    if (provided) return provided
  }
  const declaration = type && classOfType(machine, type)
  return declaration && soleInstance(machine, { kind: 'class', node: declaration, scope: moduleScope })
}

/** `@inject(TOKEN)` of tsyringe and inversify, `@Inject(TOKEN)` of Nest and typedi. */
function tokenOf(target: ts.HasDecorators): ts.Expression | undefined {
  for (const decorator of ts.getDecorators(target) ?? []) {
    const call = decorator.expression
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) continue
    if (/^(inject|injectAll|autoInjectable)$/i.test(call.expression.text)) return call.arguments[0]
  }
  return undefined
}

function classOfType(machine: Machine, type: ts.TypeNode): ts.ClassDeclaration | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined
  let symbol = machine.checker.getSymbolAtLocation(type.typeName)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = machine.checker.getAliasedSymbol(symbol)
  const declaration = symbol?.declarations?.find((each) => ts.isClassDeclaration(each))
  return declaration && machine.isOwn(declaration.getSourceFile()) ? declaration : undefined
}

/** The instance that everybody shares: the one the code makes, where it makes one only, else the container's. */
export function soleInstance(machine: Machine, of: ClassValue): Value {
  const sites = machine.sites
    .creations(of.node.name?.text ?? '')
    .filter((each) => classAt(machine, each.expression) === of.node)
  const [only, ...more] = sites
  if (only && more.length === 0) {
    const [scope, ...others] = machine.scopesOf(only)
    if (scope && others.length === 0) return machine.evaluate({ expression: only, scope })
  }
  return machine.frames.instance(of, null, of.node, null)
}

function classAt(machine: Machine, expression: ts.Expression): ts.Node | undefined {
  let symbol = machine.checker.getSymbolAtLocation(expression)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = machine.checker.getAliasedSymbol(symbol)
  return symbol?.valueDeclaration
}

/**
 * What `container.resolve(TOKEN)` gives; undefined where nothing is registered for the token. With a `setter`, only what is
 * handed to that method under the token.
 */
export function resolveToken(machine: Machine, token: Value, setter?: string): Value | undefined {
  if (!('node' in token) || token.kind === 'unknown') return undefined
  const options = [...(setter === undefined ? registrations(machine, token) : stored(machine, token, [setter]))]
  if (options.length > 0) return choice(options, token.node)
  if (setter !== undefined) return undefined
  return token.kind === 'class' ? soleInstance(machine, token) : undefined
}

function* registrations(machine: Machine, token: Value): Iterable<Value> {
  for (const literal of machine.sites.providers) {
    const key = initializerOf(literal, 'provide') ?? initializerOf(literal, 'token')
    if (!key || !sameToken(machine.evaluate({ expression: key, scope: moduleScope }), token)) continue
    const nested = initializerOf(literal, 'provider')
    const provider = nested && ts.isObjectLiteralExpression(nested) ? nested : literal
    const value = providerValue(machine, provider, moduleScope)
    if (value) yield value
  }
  yield* stored(machine, token, ['register', 'registerSingleton', 'registerInstance', 'registerType', 'set'])
  yield* bound(machine, token)
}

/** What is handed to one of these methods with the token. */
function* stored(machine: Machine, token: Value, setters: readonly string[]): Iterable<Value> {
  for (const name of setters) {
    for (const call of machine.sites.calls(name)) {
      const [key, provider] = call.arguments
      if (!key || !provider || !ts.isPropertyAccessExpression(call.expression)) continue
      if (!isToken(machine, key)) continue
      if (!sameToken(machine.evaluate({ expression: key, scope: moduleScope }), token)) continue
      const value = ts.isObjectLiteralExpression(provider)
        ? providerValue(machine, provider, moduleScope)
        : asInstance(machine, machine.evaluate({ expression: provider, scope: moduleScope }))
      if (value) yield value
    }
  }
}

/**
 * Whether an expression can name what a container holds: nothing in it is a function's own. The keys of a `Map` that is filled in a
 * loop are many and never a token, and to read them all for every `get` of a program would take longer than anything else.
 */
function isToken(machine: Machine, node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return !isLocal(machine.checker.getSymbolAtLocation(node)?.valueDeclaration)
  if (ts.isPropertyAccessExpression(node)) return isToken(machine, node.expression)
  return !ts.forEachChild(node, (child) => !isToken(machine, child))
}

function isLocal(declaration: ts.Node | undefined): boolean {
  const declares =
    declaration !== undefined &&
    (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration) || ts.isParameter(declaration))
  return declares && ts.findAncestor(declaration, ts.isFunctionLike) !== undefined
}

/** `container.bind(TOKEN).to(X)` of inversify. */
function* bound(machine: Machine, token: Value): Iterable<Value> {
  for (const call of machine.sites.calls('bind')) {
    const [key] = call.arguments
    const access = call.parent
    if (!key || !ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent)) continue
    if (!sameToken(machine.evaluate({ expression: key, scope: moduleScope }), token)) continue
    const [target] = access.parent.arguments
    const value = target && machine.evaluate({ expression: target, scope: moduleScope })
    if (access.name.text === 'toSelf') yield asInstance(machine, token)
    else if (!value) continue
    else if (access.name.text === 'to') yield asInstance(machine, value)
    else if (access.name.text === 'toConstantValue') yield value
    else if (access.name.text === 'toDynamicValue') yield machine.apply(value, null, access.parent)
  }
}

function providerValue(machine: Machine, provider: ts.ObjectLiteralExpression, scope: Scope): Value | undefined {
  const read = (name: string) => {
    const member = provider.properties.find((each) => each.name && each.name.getText() === name)
    if (member && ts.isMethodDeclaration(member)) return { kind: 'function', node: member, scope } as const
    const expression = initializerOf(provider, name)
    return expression && machine.evaluate({ expression, scope })
  }
  const value = read('useValue')
  if (value) return value
  const made = read('useClass')
  if (made) return asInstance(machine, made)
  const factory = read('useFactory')
  if (factory)
    return factory.kind === 'function'
      ? machine.apply(factory, null, provider)
      : throughFactory(machine, factory, provider)
  const existing = read('useExisting') ?? read('useToken')
  return existing && resolveToken(machine, existing)
}

/** `instanceCachingFactory(fn)`: a package's wrapper around the factory. */
function throughFactory(machine: Machine, factory: Value, provider: ts.ObjectLiteralExpression): Value {
  if (factory.kind === 'call') {
    const [inner] = factory.node.arguments ?? []
    const value = inner && machine.evaluate({ expression: inner, scope: factory.scope })
    if (value?.kind === 'function') return machine.apply(value, null, provider)
  }
  return unknown('a factory of another package', provider)
}

function asInstance(machine: Machine, value: Value): Value {
  return value.kind === 'class' ? soleInstance(machine, value) : value
}

/** What stands under a name of an object literal. */
export function initializerOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const member of object.properties) {
    if (!member.name || member.name.getText() !== name) continue
    const written = writtenIn(member)
    if (written !== null) return written
  }
  return undefined
}

/** Whether two values are one token: the same literal, or made at the same place. */
export function sameToken(left: Value, right: Value): boolean {
  if (left.kind === 'literal' && right.kind === 'literal') return left.value !== undefined && left.value === right.value
  if (left.kind !== right.kind || left.kind === 'unknown' || left.kind === 'choice') return false
  return 'node' in left && 'node' in right && left.node === right.node
}
