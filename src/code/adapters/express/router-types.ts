import ts from 'typescript'

const applications = new Set(['Application', 'Express'])
const routers = new Set(['Router', 'IRouter'])

/** What a parameter is typed as, by the name of its type: it reads the same without the package's types. */
export function routerTypeOf(parameter: ts.ParameterDeclaration): 'application' | 'router' | null {
  const type = parameter.type
  if (!type || !ts.isTypeReferenceNode(type)) return null
  const name = ts.isQualifiedName(type.typeName) ? type.typeName.right.text : type.typeName.text
  if (!comesFromExpress(type)) return null
  if (applications.has(name)) return 'application'
  return routers.has(name) ? 'router' : null
}

/** The name alone also stands for routers of other frameworks. */
function comesFromExpress(type: ts.TypeReferenceNode): boolean {
  const first = ts.isQualifiedName(type.typeName) ? type.typeName.left.getText() : type.typeName.text
  return type
    .getSourceFile()
    .statements.filter((each) => ts.isImportDeclaration(each) || ts.isImportEqualsDeclaration(each))
    .some(
      (each) =>
        /express/.test(each.getText()) && new RegExp(`\\b${first.replaceAll('$', '\\$')}\\b`).test(each.getText()),
    )
}

/** Whether the compiler knows an expression as an application or a router of Express. */
export function isRouterExpression(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(expression)
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => [part.symbol, part.aliasSymbol].some((symbol) => symbol && isRouterSymbol(symbol)))
}

/** Whether the compiler knows an expression, and knows it as something that registers no routes of Express. */
export function isSomethingElse(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getApparentType(checker.getTypeAtLocation(expression))
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return false
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  return !parts.some((part) => [part.symbol, part.aliasSymbol].some((symbol) => symbol && mayRegister(symbol)))
}

function mayRegister(symbol: ts.Symbol): boolean {
  return /Router?|Route|Application|Express|Promise|App|Server/.test(symbol.name) && !/^Promise/.test(symbol.name)
}

function isRouterSymbol(symbol: ts.Symbol): boolean {
  if (!applications.has(symbol.name) && !routers.has(symbol.name)) return false
  return (symbol.declarations ?? []).some((each) =>
    /node_modules\/(@types\/)?express/.test(each.getSourceFile().fileName),
  )
}

/** Whether a function is called with errors: it takes four arguments. */
export function takesErrors(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  return checker
    .getTypeAtLocation(expression)
    .getCallSignatures()
    .some((signature) => signature.parameters.length === 4)
}
