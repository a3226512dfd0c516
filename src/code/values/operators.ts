import ts from 'typescript'
import type { Machine } from './machine.js'
import type { Scope, Value } from './value.js'
import { choice, combine, environmentOf, joined, literal, reasonOf, unknown } from './values.js'

/** A template string whose parts are all known; else why not. */
export function templateValue(machine: Machine, node: ts.TemplateExpression, scope: Scope): Value {
  const parts = node.templateSpans.map((span) => machine.evaluate({ expression: span.expression, scope }))
  return combine(parts, node, (known) => {
    const texts = known.flatMap((part, index) => [part, literal(node.templateSpans[index]?.literal.text ?? '', node)])
    return joined([literal(node.head.text, node), ...texts], node)
  })
}

/** Operators over known values; `a || b` and `a ?? b` with an unknown left side may be either. */
export function operatorValue(
  machine: Machine,
  node: ts.BinaryExpression | ts.PrefixUnaryExpression,
  scope: Scope,
): Value {
  const read = (expression: ts.Expression) => machine.evaluate({ expression, scope })
  if (ts.isPrefixUnaryExpression(node))
    return combine([read(node.operand)], node, ([value]) => prefixValue(node, value))
  const operator = node.operatorToken.kind
  if (operator === ts.SyntaxKind.EqualsToken || operator === ts.SyntaxKind.CommaToken) return read(node.right)
  const left = read(node.left)
  if (operator === ts.SyntaxKind.BarBarToken)
    return either(
      left,
      (value) => !value,
      () => read(node.right),
      node,
    )
  if (operator === ts.SyntaxKind.QuestionQuestionToken)
    return either(
      left,
      (value) => value == null,
      () => read(node.right),
      node,
    )
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
    if (left.kind === 'literal') return left.value ? read(node.right) : left
    return isMadeValue(left) ? read(node.right) : choice([read(node.right), literal(false, node)], node)
  }
  return combine([left, read(node.right)], node, ([a, b]) => binaryValue(node, a, b))
}

function either(left: Value, isEmpty: (value: unknown) => boolean, right: () => Value, node: ts.Node): Value {
  if (left.kind === 'choice') {
    return choice(
      left.options.map((each) => either(each, isEmpty, right, node)),
      node,
    )
  }
  if (left.kind === 'literal') return isEmpty(left.value) ? right() : left
  return isMadeValue(left) ? left : choice([left, right()], node)
}

/** Values that are never empty. */
function isMadeValue(value: Value): boolean {
  return ['object', 'array', 'function', 'class', 'instance', 'enum', 'namespace', 'regexp'].includes(value.kind)
}

function prefixValue(node: ts.PrefixUnaryExpression, value: Value | undefined): Value {
  if (value?.kind === 'literal') {
    if (node.operator === ts.SyntaxKind.ExclamationToken) return literal(!value.value, node)
    if (node.operator === ts.SyntaxKind.MinusToken) return literal(-Number(value.value), node)
    if (node.operator === ts.SyntaxKind.PlusToken) return literal(Number(value.value), node)
  }
  return unknown(value ? reasonOf(value) : 'nothing is given', node)
}

function binaryValue(node: ts.BinaryExpression, left: Value | undefined, right: Value | undefined): Value {
  const adds = node.operatorToken.kind === ts.SyntaxKind.PlusToken
  if (adds && left && right && [left, right].some(environmentOf)) return joined([left, right], node)
  if (left?.kind !== 'literal') return unknown(left ? reasonOf(left) : 'nothing is given', node)
  if (right?.kind !== 'literal') return unknown(right ? reasonOf(right) : 'nothing is given', node)
  const [a, b] = [left.value, right.value]
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return literal(typeof a === 'number' && typeof b === 'number' ? a + b : `${a}${b}`, node)
    case ts.SyntaxKind.MinusToken:
      return literal(Number(a) - Number(b), node)
    case ts.SyntaxKind.AsteriskToken:
      return literal(Number(a) * Number(b), node)
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return literal(a === b, node)
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return literal(a !== b, node)
    default:
      return unknown(`the operator ${node.operatorToken.getText()} is not read`, node)
  }
}
