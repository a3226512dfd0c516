import ts from 'typescript'

/** The `return`s of a piece of code, in order; those of functions and classes inside it are not its own. */
export function returnStatementsIn(code: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
    if (ts.isReturnStatement(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  if (ts.isReturnStatement(code)) found.push(code)
  ts.forEachChild(code, visit)
  return found
}

/** What a function of this body may give back, or some statements of it; the body of a short arrow is what it gives. */
export function returnedIn(body: ts.Node | null | undefined): readonly ts.Expression[] {
  if (body === null || body === undefined) return []
  if (ts.isExpression(body)) return [body]
  return returnStatementsIn(body).flatMap(({ expression }) => (expression === undefined ? [] : [expression]))
}
