import ts from 'typescript'

const found = new WeakMap<ts.Block, readonly (ts.Expression | undefined)[]>()

/** What a function's own `return`s give, in order; those of functions inside it are not its own. */
export function returnsOf(body: ts.Block): readonly (ts.Expression | undefined)[] {
  const known = found.get(body)
  if (known) return known
  const returned: (ts.Expression | undefined)[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) returned.push(node.expression)
    else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, visit)
  }
  visit(body)
  found.set(body, returned)
  return returned
}
