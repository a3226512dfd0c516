import ts from 'typescript'

/** Whether a piece of code is such a node, or has one in it. */
export function contains(code: ts.Node, is: (node: ts.Node) => boolean): boolean {
  return is(code) || (ts.forEachChild(code, (child) => contains(child, is) || undefined) ?? false)
}
