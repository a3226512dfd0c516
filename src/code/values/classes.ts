import ts from 'typescript'
import { parameterValue } from './bindings.js'
import { injected, soleInstance } from './injection.js'
import type { ClassValue, InstanceValue, Machine } from './machine.js'
import { isValue, lookup, moduleScope } from './scope.js'
import { thisContainer, thisKey } from './this-key.js'
import type { Reference, Scope, Value } from './value.js'
import { choice, literal, unknown } from './values.js'

/** What `this` stands for: what the scope says, else the one instance that there is. */
export function thisValue(machine: Machine, node: ts.Node, scope: Scope): Value {
  const container = thisContainer(node)
  const key = thisKey(container)
  const bound = lookup(scope, key)
  if (bound) return isValue(bound) ? bound : machine.evaluate(bound)
  if (ts.isClassLike(key)) {
    const own: ClassValue = { kind: 'class', node: key, scope: moduleScope }
    return isStatic(container) ? own : soleInstance(machine, own)
  }
  if (ts.isObjectLiteralExpression(key)) return { kind: 'object', node: key, scope }
  return unknown('`this` depends on the caller', node)
}

function isStatic(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((each) => each.kind === ts.SyntaxKind.StaticKeyword)
  )
}

interface Level {
  readonly node: ts.ClassLikeDeclaration
  readonly scope: Scope
}

/** The classes of an instance from its own up to the last that the project declares, each with the scope of its fields. */
function* levels(machine: Machine, instance: InstanceValue): Generator<Level, Value | undefined> {
  let level: Level = { node: instance.class, scope: instance.scope }
  for (let depth = 0; depth < 20; depth++) {
    yield level
    const base = baseOf(machine, level)
    if (base?.kind !== 'class') return base
    const args = superArguments(machine, level)
    level = { node: base.node, scope: machine.frames.base(instance, level.scope, base, args) }
  }
  return undefined
}

function baseOf(machine: Machine, level: Level): Value | undefined {
  const clause = level.node.heritageClauses?.find((each) => each.token === ts.SyntaxKind.ExtendsKeyword)
  const expression = clause?.types[0]?.expression
  return expression && machine.evaluate({ expression, scope: level.scope.outer ?? moduleScope })
}

/** What `super(…)` hands to the base class; a class without a constructor hands on what it got. */
function superArguments(machine: Machine, level: Level): readonly Reference[] | null {
  const builder = constructorOf(level.node)
  if (!builder) return machine.frames.argumentsOf(level.scope)
  for (const statement of builder.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue
    if (statement.expression.expression.kind !== ts.SyntaxKind.SuperKeyword) continue
    return statement.expression.arguments.map((expression) => ({ expression, scope: level.scope }))
  }
  return null
}

function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && !!member.body,
  )
}

/** `super.name`: the member that the class above has, of the same instance. */
export function inheritedMember(machine: Machine, node: ts.PropertyAccessExpression, scope: Scope): Value | null {
  const instance = thisValue(machine, node.expression, scope)
  const below = ts.findAncestor(node, ts.isClassLike)
  if (instance.kind !== 'instance' || below === undefined) return null
  return instanceMember(machine, instance, node.name.text, below)
}

/** A member of an instance, looked for from its class upward, or from the class above another. */
export function instanceMember(
  machine: Machine,
  instance: InstanceValue,
  name: string,
  below?: ts.ClassLikeDeclaration,
): Value {
  const chain = levels(machine, instance)
  let isAbove = below === undefined
  for (;;) {
    const next = chain.next()
    if (next.done) {
      const outside = next.value
      return outside
        ? { kind: 'member', object: instance, name, node: instance.node }
        : unknown(`the class ${instance.class.name?.text ?? ''} has no member ${name}`, instance.class)
    }
    const value = isAbove ? levelMember(machine, instance, next.value, name) : undefined
    if (value) return value
    isAbove ||= next.value.node === below
  }
}

function levelMember(machine: Machine, instance: InstanceValue, level: Level, name: string): Value | undefined {
  const builder = constructorOf(level.node)
  const declared = level.node.members.filter((each) => each.name && textOf(each.name) === name && !isStatic(each))
  for (const member of declared) {
    if (ts.isMethodDeclaration(member) && member.body) {
      return { kind: 'function', node: member, scope: level.scope, receiver: instance }
    }
    if (ts.isGetAccessor(member)) {
      return machine.apply({ kind: 'function', node: member, scope: level.scope, receiver: instance }, [], member)
    }
  }
  const field = declared.find((each) => ts.isPropertyDeclaration(each))
  const options: Value[] = []
  if (field && ts.isPropertyDeclaration(field) && field.initializer) {
    options.push(machine.evaluate({ expression: field.initializer, scope: level.scope }))
  }
  options.push(...assignedFields(machine, level, name))
  const nonEmpty = options.filter((each) => each.kind !== 'literal' || each.value != null)
  if (nonEmpty.length > 0) return choice(nonEmpty, level.node)
  if (options.length > 0) return options[0]
  const parameter = builder?.parameters.find(
    (each) => ts.isParameterPropertyDeclaration(each, builder) && ts.isIdentifier(each.name) && each.name.text === name,
  )
  if (parameter) return parameterValue(machine, parameter, level.scope)
  if (field && ts.isPropertyDeclaration(field)) {
    const decorated = ts.getDecorators(field)?.length
    const value = decorated ? injected(machine, field, field.type) : undefined
    return value ?? unknown(`the field ${name} is never given a value`, field)
  }
  return undefined
}

/** `this.name = …` anywhere in the class. */
function assignedFields(machine: Machine, level: Level, name: string): readonly Value[] {
  return machine.sites
    .assignments(name)
    .filter((each) => isOwnField(each.left, level.node))
    .map((each) => machine.evaluate({ expression: each.right, scope: level.scope }))
}

function isOwnField(left: ts.Expression, owner: ts.ClassLikeDeclaration): boolean {
  if (!ts.isPropertyAccessExpression(left) || left.expression.kind !== ts.SyntaxKind.ThisKeyword) return false
  return thisKey(thisContainer(left.expression)) === owner
}

/** A static member, looked for from the class upward. */
export function staticMember(machine: Machine, value: ClassValue, name: string): Value {
  let current: Value | undefined = value
  for (let depth = 0; current?.kind === 'class' && depth < 20; depth++) {
    const own: ClassValue = current
    const member = own.node.members.find((each) => each.name && textOf(each.name) === name && isStatic(each))
    const scope = machine.frames.turn(member ?? own.node, own.scope, new Map([[own.node, value]]))
    if (member && ts.isMethodDeclaration(member)) return { kind: 'function', node: member, scope }
    if (member && ts.isGetAccessor(member)) return machine.apply({ kind: 'function', node: member, scope }, [], member)
    if (member && ts.isPropertyDeclaration(member)) {
      return member.initializer
        ? machine.evaluate({ expression: member.initializer, scope })
        : literal(undefined, member)
    }
    current = baseOf(machine, { node: own.node, scope: { bindings: new Map(), outer: own.scope } })
  }
  return { kind: 'member', object: value, name, node: value.node }
}

function textOf(name: ts.PropertyName): string | undefined {
  return ts.isComputedPropertyName(name) ? undefined : name.text
}
