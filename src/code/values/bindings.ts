import ts from 'typescript'
import { injected } from './injection.js'
import type { Machine } from './machine.js'
import { isHanded } from './parameters.js'
import { frameOf, isValue, lookup, visibleFrom } from './scope.js'
import type { Scope, Value } from './value.js'
import { choice, literal, unknown } from './values.js'

/** What a parameter stands for: what the scope binds it to, else what its callers or the DI container pass. */
export function parameterValue(machine: Machine, parameter: ts.ParameterDeclaration, scope: Scope): Value {
  const bound = lookup(scope, parameter)
  if (bound) return isValue(bound) ? bound : machine.evaluate(bound)
  const callee = parameter.parent
  const owner = ts.isConstructorDeclaration(callee) ? callee.parent : callee
  const frame = frameOf(scope, owner)
  if (frame && machine.frames.argumentsOf(frame)) {
    return parameter.initializer
      ? machine.evaluate({ expression: parameter.initializer, scope: frame })
      : literal(undefined, parameter)
  }
  if (ts.isConstructorDeclaration(callee)) {
    const value = injected(machine, parameter, parameter.type)
    if (value) return value
  }
  if (
    !ts.isFunctionDeclaration(callee) &&
    !ts.isFunctionExpression(callee) &&
    !ts.isArrowFunction(callee) &&
    !isMember(callee)
  ) {
    return unknown('a parameter of a type', parameter)
  }
  if (isHanded(parameter)) return { kind: 'parameter', node: parameter, function: callee }
  const options = machine
    .scopesOf(parameter)
    .map((each) => lookup(each, parameter))
    .filter((each) => each !== undefined)
    .map((each) => (isValue(each) ? each : machine.evaluate(each)))
  if (options.length > 0) return choice(options, parameter)
  if (parameter.initializer)
    return machine.evaluate({ expression: parameter.initializer, scope: visibleFrom(callee, scope) })
  return { kind: 'parameter', node: parameter, function: callee }
}

function isMember(node: ts.Node): node is ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration {
  return ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isAccessor(node)
}

/** What one name of a destructuring pattern stands for. */
export function bindingElementValue(machine: Machine, element: ts.BindingElement, scope: Scope): Value {
  const holder = element.parent.parent
  const whole = ts.isBindingElement(holder)
    ? bindingElementValue(machine, holder, scope)
    : ts.isParameter(holder)
      ? parameterValue(machine, holder, scope)
      : holderValue(machine, holder, scope)
  const part = partOf(machine, element, whole, scope)
  const missing = part.kind === 'literal' && part.value === undefined
  return missing && element.initializer ? machine.evaluate({ expression: element.initializer, scope }) : part
}

function holderValue(machine: Machine, holder: ts.VariableDeclaration, scope: Scope): Value {
  const bound = lookup(scope, holder)
  if (bound) return isValue(bound) ? bound : machine.evaluate(bound)
  const list = holder.parent
  if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) {
    const over = machine.evaluate({ expression: list.parent.expression, scope })
    return over.kind === 'array'
      ? choice(
          over.elements.map((each) => machine.evaluate(each)),
          holder,
        )
      : unknown('a loop over something that is not known', holder)
  }
  if (!holder.initializer) return unknown('nothing is destructured here', holder)
  return machine.evaluate({ expression: holder.initializer, scope: visibleFrom(holder, scope) })
}

function partOf(machine: Machine, element: ts.BindingElement, whole: Value, scope: Scope): Value {
  const pattern = element.parent
  if (ts.isArrayBindingPattern(pattern)) {
    if (element.dotDotDotToken) return unknown('the rest of a list', element)
    return machine.property(whole, String(pattern.elements.indexOf(element)))
  }
  // The rest keeps every member that was not taken; reading the whole gives the same members.
  if (element.dotDotDotToken) return whole
  const name = element.propertyName ?? element.name
  if (ts.isComputedPropertyName(name)) {
    const key = machine.evaluate({ expression: name.expression, scope })
    return key.kind === 'literal' ? machine.property(whole, String(key.value)) : unknown('a computed name', element)
  }
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? machine.property(whole, name.text)
    : unknown('a computed name', element)
}
