import ts from 'typescript'
import { pushedOnto } from './assignments.js'
import type { ArrayValue, Machine } from './machine.js'
import type { Reference, Scope } from './value.js'

/** An array literal with its spreads opened, and what is pushed onto it where it is kept in a variable. */
export function arrayValue(machine: Machine, node: ts.ArrayLiteralExpression, scope: Scope): ArrayValue {
  const elements: Reference[] = []
  let complete = true
  for (const element of node.elements) {
    if (!ts.isSpreadElement(element)) {
      elements.push({ expression: element, scope })
      continue
    }
    const spread = machine.evaluate({ expression: element.expression, scope })
    if (spread.kind === 'array') elements.push(...spread.elements)
    if (spread.kind !== 'array' || !spread.complete) complete = false
  }
  const holder = holderOf(node)
  if (holder) elements.push(...pushedOnto(machine, holder, scope))
  return { kind: 'array', elements, complete, node }
}

function holderOf(node: ts.Node): ts.Declaration | undefined {
  const parent = node.parent
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return holderOf(parent)
  return ts.isVariableDeclaration(parent) ? parent : undefined
}
