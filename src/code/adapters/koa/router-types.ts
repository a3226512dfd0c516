import ts from 'typescript'

const declaring = /node_modules\/(@types\/)?(koa|@koa|koa__router|koa-router|koa-joi-router)\b/

/** What a parameter is typed as, by the name of its type: it reads the same without the package's types. */
export function routerTypeOf(parameter: ts.ParameterDeclaration): 'application' | 'router' | null {
  const type = parameter.type
  if (!type || !ts.isTypeReferenceNode(type)) return null
  const first = ts.isQualifiedName(type.typeName) ? type.typeName.left.getText() : type.typeName.text
  const from = importOf(type.getSourceFile(), first)
  if (from === null || !/koa/.test(from)) return null
  return /router/i.test(from) ? 'router' : 'application'
}

function importOf(file: ts.SourceFile, name: string): string | null {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isImportEqualsDeclaration(statement)) continue
    const text = statement.getText()
    const from = /['"]([^'"]+)['"]/.exec(text)?.[1]
    if (from !== undefined && new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(text.split(from)[0] ?? ''))
      return from
  }
  return null
}

/** Whether the compiler knows an expression as an application or a router of Koa. */
export function isRouterExpression(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(expression)
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => {
    const symbol = part.symbol
    if (symbol === undefined || !/Router|Application/.test(symbol.name)) return false
    return (symbol.declarations ?? []).some((each) => declaring.test(each.getSourceFile().fileName))
  })
}
