import ts from 'typescript'
import { initializerOf, soleInstance } from './injection.js'
import type { Machine } from './machine.js'
import { moduleScope } from './scope.js'
import type { Value } from './value.js'

/** What awilix keeps under a name: of `container.register({ pets: asClass(Pets) })` or `register('pets', asValue(pets))`. */
export function kept(machine: Machine, name: string): Value | undefined {
  for (const { arguments: args } of machine.sites.calls('register')) {
    const [first, second] = args
    if (first === undefined) continue
    const isNamed = ts.isStringLiteralLike(first) && first.text === name
    const written = ts.isObjectLiteralExpression(first) ? initializerOf(first, name) : isNamed ? second : undefined
    const value = written && made(machine, written)
    if (value) return value
  }
  return undefined
}

/** What a member of the container's cradle is: `container.cradle.pets`, or `pets` of what it hands to those it makes. */
export function cradleMember(machine: Machine, object: Value, name: string): Value | undefined {
  const isCradle = object.kind === 'member' && object.name === 'cradle'
  const isHanded = object.kind === 'parameter' && isMade(machine, object.function)
  return isCradle || isHanded ? kept(machine, name) : undefined
}

function made(machine: Machine, written: ts.Expression): Value | undefined {
  const call = resolverOf(written)
  const callee = call && machine.evaluate({ expression: call.expression, scope: moduleScope })
  const [target] = call?.arguments ?? []
  if (call === undefined || target === undefined || callee?.kind !== 'import' || callee.module !== 'awilix')
    return undefined
  const value = machine.evaluate({ expression: target, scope: moduleScope })
  if (callee.name === 'asClass') return value.kind === 'class' ? soleInstance(machine, value) : undefined
  return callee.name === 'asFunction' ? machine.apply(value, null, call) : value
}

/** `asClass(Pets)` of `asClass(Pets).singleton()`. */
function resolverOf(written: ts.Expression): ts.CallExpression | undefined {
  if (!ts.isCallExpression(written)) return undefined
  const { expression } = written
  return ts.isPropertyAccessExpression(expression) && ts.isCallExpression(expression.expression)
    ? resolverOf(expression.expression)
    : written
}

/** Whether the container makes what the function, or the class that it constructs, makes. */
function isMade(machine: Machine, owner: ts.FunctionLikeDeclaration): boolean {
  const node: ts.Node = ts.isConstructorDeclaration(owner) ? owner.parent : owner
  return [...machine.sites.calls('asClass'), ...machine.sites.calls('asFunction')].some(({ arguments: [target] }) => {
    const value = target && machine.evaluate({ expression: target, scope: moduleScope })
    return (value?.kind === 'class' || value?.kind === 'function') && value.node === node
  })
}
