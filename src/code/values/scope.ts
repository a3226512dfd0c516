import ts from 'typescript'
import type { Reference, Scope, Value } from './value.js'

/** Where code outside every function runs. There is one, so that the same module-level creation has the same identity. */
export const moduleScope: Scope = { bindings: new Map(), outer: null }

/** What a declaration is bound to, from the inside out. */
export function lookup(scope: Scope, declaration: ts.Node): Reference | Value | undefined {
  for (let frame: Scope | null = scope; frame; frame = frame.outer) {
    const bound = frame.bindings.get(declaration)
    if (bound) return bound
  }
  return undefined
}

/** The frame that belongs to this function, class or loop. */
export function frameOf(scope: Scope, owner: ts.Node): Scope | undefined {
  for (let frame: Scope | null = scope; frame; frame = frame.outer) if (frame.owner === owner) return frame
  return undefined
}

/**
 * The part of the scope that this node can see: frames of code that does not stand around it are left off, so that one
 * creation site reached on two ways keeps one identity.
 */
export function visibleFrom(node: ts.Node, scope: Scope): Scope {
  for (let frame: Scope | null = scope; frame; frame = frame.outer) {
    if (frame.owner && encloses(frame.owner, node)) return frame
  }
  return moduleScope
}

function encloses(owner: ts.Node, node: ts.Node): boolean {
  if (node.pos < owner.pos || node.end > owner.end) return false
  return node.getSourceFile() === owner.getSourceFile()
}

/** A reference to a value that no expression of the project spells out. */
export function referenceTo(value: Value, expression: ts.Expression): Reference {
  return {
    expression,
    scope: { bindings: new Map([[expression, value]]), outer: null, owner: expression },
  }
}

/** The value that `referenceTo` put behind an expression. */
export function givenValue(reference: Reference): Value | undefined {
  if (reference.scope.owner !== reference.expression) return undefined
  const bound = reference.scope.bindings.get(reference.expression)
  return bound && isValue(bound) ? bound : undefined
}

/** An expression to stand for what a node makes: the node itself, or the first one in it, such as the name it declares. */
export function expressionAt(node: ts.Node): ts.Expression {
  return firstExpression(node) ?? ts.factory.createNull()
}

function firstExpression(node: ts.Node): ts.Expression | undefined {
  return ts.isExpression(node) ? node : ts.forEachChild(node, firstExpression)
}

export function isValue(bound: Reference | Value): bound is Value {
  return 'kind' in bound
}
