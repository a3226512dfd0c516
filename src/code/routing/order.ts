import ts from 'typescript'
import type { Project } from '../project.js'
import type { Scope } from '../values/value.js'

/** Where a registration comes in the order in which code runs: the places of the calls that lead to it, outermost first. */
export function orderOf(project: Project, node: ts.Node, scope: Scope): readonly number[] {
  const order: number[] = []
  let at: ts.Node = node
  let from: Scope | null = scope
  for (let depth = 0; depth < 50; depth++) {
    order.unshift(placeOf(at))
    const origin = nextOrigin(project, from)
    if (!origin) break
    order.unshift(origin.turn)
    at = origin.site
    from = origin.scope
  }
  // Modules run before those that import them; a registration in the outermost module comes by its place in the program.
  order.unshift(project.files.indexOf(at.getSourceFile()))
  return order
}

/** A chain of calls has one start; the name that is called tells them apart. */
function placeOf(node: ts.Node): number {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return node.expression.name.getStart()
  return node.getStart()
}

function nextOrigin(project: Project, scope: Scope | null) {
  for (let frame = scope; frame; frame = frame.outer) {
    const origin = project.values.originOf(frame)
    if (origin) return origin
  }
  return null
}

export function compareOrders(left: readonly number[], right: readonly number[]): number {
  for (const [index, place] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (place !== other) return place - other
  }
  return left.length - right.length
}
