import ts from 'typescript'

/** All calls in a piece of code, itself included, in the order in which they are written. */
export function callsIn(code: ts.Node): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(code)
  return found
}
