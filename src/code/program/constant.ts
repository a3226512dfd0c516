import ts from 'typescript'

/** A constant with what it was made of. */
export function isConstant(
  declaration: ts.Node,
): declaration is ts.VariableDeclaration & { readonly initializer: ts.Expression } {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
}
