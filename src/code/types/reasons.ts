import ts from 'typescript'

const steps = 40

/** Why the node's type is `any`: the module or name behind it that could not be resolved, where there is one. */
export function reasonForAny(origin: ts.Node | undefined, checker: ts.TypeChecker): string {
  return (origin === undefined ? undefined : unresolved(origin, checker)) ?? '`any`'
}

function unresolved(origin: ts.Node, checker: ts.TypeChecker): string | undefined {
  const seen = new Set<ts.Node>()
  const queue: ts.Node[] = [origin]
  for (let node = queue.shift(); node !== undefined && seen.size < steps; node = queue.shift()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (ts.isIdentifier(node)) {
      const declarations = declarationsOf(node, checker)
      if (declarations.length === 0 && ts.isTypeReferenceNode(node.parent))
        return `the name ${node.text} could not be resolved`
      for (const declaration of declarations) {
        const specifier = moduleSpecifier(declaration)
        if (specifier === undefined) queue.push(...deciding(declaration))
        else if (checker.getSymbolAtLocation(specifier) === undefined) {
          return `module '${specifier.text}' could not be resolved`
        }
      }
    }
    ts.forEachChild(node, (child) => {
      if (!ts.isFunctionLike(child)) queue.push(child)
    })
  }
  return undefined
}

function declarationsOf(node: ts.Identifier, checker: ts.TypeChecker): readonly ts.Declaration[] {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  return symbol?.declarations ?? []
}

/** The parts of a declaration that its type comes from. */
function deciding(declaration: ts.Declaration): readonly ts.Node[] {
  if (ts.isBindingElement(declaration)) return [variableAround(declaration)].flatMap(deciding)
  if (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration)) {
    return [declaration.type ?? declaration.initializer].filter((part) => part !== undefined)
  }
  if (ts.isTypeAliasDeclaration(declaration) || ts.isPropertySignature(declaration)) {
    return declaration.type === undefined ? [] : [declaration.type]
  }
  if (ts.isFunctionLike(declaration)) return declaration.type === undefined ? [] : [declaration.type]
  return []
}

function variableAround(element: ts.BindingElement): ts.VariableDeclaration | ts.ParameterDeclaration {
  const owner = element.parent.parent
  return ts.isBindingElement(owner) ? variableAround(owner) : owner
}

function moduleSpecifier(declaration: ts.Declaration): ts.StringLiteral | undefined {
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration)
  if (statement !== undefined)
    return ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier : undefined
  if (!ts.isImportEqualsDeclaration(declaration) || !ts.isExternalModuleReference(declaration.moduleReference))
    return undefined
  const { expression } = declaration.moduleReference
  return ts.isStringLiteral(expression) ? expression : undefined
}
