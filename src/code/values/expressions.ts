import ts from 'typescript'
import { arrayValue } from './arrays.js'
import { callValue } from './calls.js'
import { inheritedMember, thisValue } from './classes.js'
import type { Machine } from './machine.js'
import { operatorValue, templateValue } from './operators.js'
import { identifierValue } from './symbols.js'
import type { Scope, Value } from './value.js'
import { bare, choice, combine, literal, unknown } from './values.js'

/** What an expression stands for, by its syntax. */
export function expressionValue(machine: Machine, written: ts.Expression, scope: Scope): Value {
  const node = bare(written)
  if (ts.isIdentifier(node)) return identifierValue(machine, node, scope)
  if (ts.isPropertyAccessExpression(node)) {
    const isSuper = node.expression.kind === ts.SyntaxKind.SuperKeyword
    const inherited = isSuper ? inheritedMember(machine, node, scope) : null
    if (inherited !== null) return inherited
    const object = within(machine, node.expression, scope)
    const isNothing = object.kind === 'literal' && (object.value === undefined || object.value === null)
    if (isNothing && node.questionDotToken !== undefined) return literal(undefined, node)
    return machine.property(object, node.name.text)
  }
  if (ts.isElementAccessExpression(node)) return elementValue(machine, node, scope)
  if (ts.isStringLiteralLike(node)) return literal(node.text, node)
  if (ts.isNumericLiteral(node)) return literal(Number(node.text.replaceAll('_', '')), node)
  if (ts.isTemplateExpression(node)) return templateValue(machine, node, scope)
  if (ts.isObjectLiteralExpression(node)) return { kind: 'object', node, scope }
  if (ts.isArrayLiteralExpression(node)) return arrayValue(machine, node, scope)
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { kind: 'function', node, scope }
  if (ts.isClassExpression(node)) return { kind: 'class', node, scope }
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return callValue(machine, node, scope)
  if (ts.isConditionalExpression(node)) return conditionalValue(machine, node, scope)
  if (ts.isBinaryExpression(node) || ts.isPrefixUnaryExpression(node)) return operatorValue(machine, node, scope)
  if (ts.isRegularExpressionLiteral(node)) return { kind: 'regexp', source: node.text, node }
  if (ts.isMetaProperty(node)) return unknown('it is known at run time only', node)
  return keywordValue(machine, node, scope)
}

function within(machine: Machine, expression: ts.Expression, scope: Scope): Value {
  return machine.evaluate({ expression, scope })
}

function keywordValue(machine: Machine, node: ts.Expression, scope: Scope): Value {
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
    case ts.SyntaxKind.SuperKeyword:
      return thisValue(machine, node, scope)
    case ts.SyntaxKind.TrueKeyword:
      return literal(true, node)
    case ts.SyntaxKind.FalseKeyword:
      return literal(false, node)
    case ts.SyntaxKind.NullKeyword:
      return literal(null, node)
    case ts.SyntaxKind.VoidExpression:
      return literal(undefined, node)
    default:
      return unknown(`an expression of this kind is not read (${ts.SyntaxKind[node.kind]})`, node)
  }
}

function elementValue(machine: Machine, node: ts.ElementAccessExpression, scope: Scope): Value {
  const object = within(machine, node.expression, scope)
  return combine([within(machine, node.argumentExpression, scope)], node, ([key]) => {
    if (key?.kind === 'literal') return machine.property(object, String(key.value))
    return unknown('a computed member', node)
  })
}

function conditionalValue(machine: Machine, node: ts.ConditionalExpression, scope: Scope): Value {
  const condition = within(machine, node.condition, scope)
  if (condition.kind === 'literal') return within(machine, condition.value ? node.whenTrue : node.whenFalse, scope)
  return choice([within(machine, node.whenTrue, scope), within(machine, node.whenFalse, scope)], node)
}
