import ts from 'typescript'
import type { Reference, Scope } from '../values/value.js'
import { boundTo } from './scopes.js'
import type { Session } from './session.js'
import { shown } from './status.js'
import { declarationOf, keyName, settled } from './syntax.js'

/** What an object literal says under its names; `unknown` where others may stand beside or over them. */
export interface Entries {
  readonly known: ReadonlyMap<string, Reference>
  readonly unknown: string | null
}

const nothing: Entries = { known: new Map(), unknown: null }
const deepest = 12

/** The entries of an object: written in place, in a constant, spread from another, or handed in by the caller that is followed. */
export function entriesOf(session: Session, expression: ts.Expression, scope: Scope, depth = 0): Entries {
  const node = settled(expression)
  if (depth > deepest) return unknownEntries(node)
  const inner = (each: ts.Expression, where: Scope) => entriesOf(session, each, where, depth + 1)
  if (ts.isObjectLiteralExpression(node)) return literalEntries(node, scope, inner)
  if (ts.isNewExpression(node) && node.expression.getText() === 'Headers') {
    const [given] = node.arguments ?? []
    return given === undefined ? nothing : inner(given, scope)
  }
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined') return nothing
    const declaration = declarationOf(session.project.checker, node)
    const bound = declaration === null ? null : boundTo(scope, declaration)
    if (bound !== null) return inner(bound.expression, bound.scope)
    if (declaration !== null && ts.isParameter(declaration) && scope.owner === declaration.parent)
      return declaration.initializer === undefined ? nothing : inner(declaration.initializer, scope)
    if (declaration !== null && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined)
      return inner(declaration.initializer, scope)
  }
  const value = session.project.values.evaluate({ expression: node, scope })
  if (value.kind === 'literal' && (value.value === undefined || value.value === null)) return nothing
  if (value.kind === 'object') return literalEntries(value.node, value.scope, inner)
  return unknownEntries(node)
}

function unknownEntries(node: ts.Expression): Entries {
  return { known: new Map(), unknown: `${shown(node)} is not followed` }
}

function literalEntries(
  literal: ts.ObjectLiteralExpression,
  scope: Scope,
  inner: (expression: ts.Expression, scope: Scope) => Entries,
): Entries {
  const known = new Map<string, Reference>()
  let unknown: string | null = null
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = inner(property.expression, scope)
      for (const [name, reference] of spread.known) known.set(name, reference)
      unknown ??= spread.unknown
      continue
    }
    const name = property.name === undefined ? null : keyName(property.name)
    if (name === null) unknown ??= `${shown(property)} has a computed name`
    else if (ts.isPropertyAssignment(property)) known.set(name, { expression: property.initializer, scope })
    else if (ts.isShorthandPropertyAssignment(property)) known.set(name, { expression: property.name, scope })
  }
  return { known, unknown }
}
