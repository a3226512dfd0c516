import type ts from 'typescript'

const numbers = new WeakMap<ts.Node, number>()
let counted = 0

/** A number that stands for a node as long as the process runs: keys are made of it. */
export function numberOf(node: ts.Node): number {
  const known = numbers.get(node)
  if (known !== undefined) return known
  counted += 1
  numbers.set(node, counted)
  return counted
}
