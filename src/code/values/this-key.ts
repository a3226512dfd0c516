import ts from 'typescript'

/** The node under which scopes keep what `this` is: the class or object literal of a member, else the function itself. */
export function thisKey(container: ts.Node): ts.Node {
  const parent = container.parent
  if (ts.isClassElement(container) && parent && ts.isClassLike(parent)) return parent
  if (parent && ts.isObjectLiteralExpression(parent)) return parent
  return container
}

/** The function, member or file that gives `this` its meaning at a node; arrow functions give it none. */
export function thisContainer(node: ts.Node): ts.Node {
  let current = node.parent
  while (current) {
    if (ts.isArrowFunction(current)) {
      current = current.parent
      continue
    }
    if (ts.isFunctionLike(current) || ts.isPropertyDeclaration(current) || ts.isClassStaticBlockDeclaration(current)) {
      // A function expression as a property of an object literal is called on that object.
      return ts.isFunctionExpression(current) && ts.isPropertyAssignment(current.parent) ? current.parent : current
    }
    if (ts.isSourceFile(current)) return current
    current = current.parent
  }
  return node.getSourceFile()
}
