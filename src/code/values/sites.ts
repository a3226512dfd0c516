import ts from 'typescript'
import type { Sites } from './machine.js'

interface Index {
  readonly calls: Map<string, ts.CallExpression[]>
  readonly creations: Map<string, ts.NewExpression[]>
  readonly assignments: Map<string, ts.BinaryExpression[]>
  readonly indirect: ts.CallExpression[]
  readonly providers: ts.ObjectLiteralExpression[]
  /** Import and export specifiers that give a declaration another name. */
  readonly renames: ts.Identifier[]
  /** Property names under which an identifier is stored. */
  readonly stored: Map<string, Set<string>>
  /** Where a name stands as an element, a member or an argument: what it names may be called by another name. */
  readonly handed: Map<string, ts.Node[]>
  /** Names that stand for all exports of a module. */
  readonly namespaces: Set<string>
}

/** Indexes the project's own files, once and only when first asked. */
export function createSites(files: () => readonly ts.SourceFile[], checker: ts.TypeChecker): Sites {
  let index: Index | undefined
  const read = () => {
    index ??= indexFiles(files())
    return index
  }
  let renamed: Map<ts.Node, Set<string>> | undefined
  const renames = () => {
    renamed ??= followRenames(read().renames, checker)
    return renamed
  }
  return {
    calls: (name) => read().calls.get(name) ?? [],
    creations: (name) => read().creations.get(name) ?? [],
    assignments: (name) => read().assignments.get(name) ?? [],
    get indirect() {
      return read().indirect
    },
    get providers() {
      return read().providers
    },
    handed: (name) => read().handed.get(name) ?? [],
    get handsModules() {
      const { namespaces, handed } = read()
      return [...namespaces].some((name) => handed.has(name))
    },
    aliases(declaration, name) {
      const names = new Set(renames().get(declaration) ?? [])
      if (name) names.add(name)
      for (const each of [...names]) for (const stored of read().stored.get(each) ?? []) names.add(stored)
      return names
    },
  }
}

function indexFiles(files: readonly ts.SourceFile[]): Index {
  const index: Index = {
    calls: new Map(),
    creations: new Map(),
    assignments: new Map(),
    indirect: [],
    providers: [],
    renames: [],
    stored: new Map(),
    handed: new Map(),
    namespaces: new Set(),
  }
  const visit = (node: ts.Node): void => {
    indexNode(index, node)
    ts.forEachChild(node, visit)
  }
  for (const file of files) visit(file)
  return index
}

function indexNode(index: Index, node: ts.Node): void {
  if (ts.isCallExpression(node)) {
    const name = calledName(node.expression)
    if (name) add(index.calls, name, node)
    else index.indirect.push(node)
    if (ts.isIdentifier(node.expression) && namesParameter(node.expression)) index.indirect.push(node)
    for (const argument of node.arguments) hand(index, argument)
  } else if (ts.isNewExpression(node)) {
    const name = calledName(node.expression)
    if (name) add(index.creations, name, node)
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const name = calledName(node.left)
    if (name) add(index.assignments, name, node)
  } else if (ts.isObjectLiteralExpression(node)) {
    if (node.properties.some((each) => each.name && /^(provide|token)$/.test(textOf(each.name))))
      index.providers.push(node)
  } else if (ts.isArrayLiteralExpression(node)) {
    for (const element of node.elements) hand(index, element)
  } else if (ts.isShorthandPropertyAssignment(node)) {
    add(index.handed, node.name.text, node)
  } else if (ts.isPropertyAssignment(node)) {
    hand(index, node.initializer)
    if (ts.isIdentifier(node.initializer)) store(index, node.initializer.text, textOf(node.name))
  } else if (ts.isNamespaceImport(node)) {
    index.namespaces.add(node.name.text)
  } else if (ts.isImportClause(node) && node.name) {
    index.renames.push(node.name)
  } else if ((ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && node.propertyName) {
    if (ts.isIdentifier(node.name)) index.renames.push(node.name)
  }
}

function add<T>(map: Map<string, T[]>, name: string, node: T): void {
  const list = map.get(name)
  if (list) list.push(node)
  else map.set(name, [node])
}

function hand(index: Index, expression: ts.Expression): void {
  if (ts.isIdentifier(expression)) add(index.handed, expression.text, expression)
}

function store(index: Index, value: string, name: string): void {
  const names = index.stored.get(value) ?? new Set()
  index.stored.set(value, names.add(name))
}

function textOf(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) || ts.isBigIntLiteral(name) ? '' : name.text
}

/** The last name of what is called: `b` of `a.b()` and of `b()`. */
function calledName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isNonNullExpression(expression)) {
    return calledName(expression.expression)
  }
  return undefined
}

/** Whether a name is a parameter, or a variable of a loop, by the text of the functions around it. */
function namesParameter(name: ts.Identifier): boolean {
  for (let node: ts.Node = name.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isFunctionLike(node) && node.parameters.some((each) => binds(each.name, name.text))) return true
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      if (node.initializer.declarations.some((each) => binds(each.name, name.text))) return true
    }
  }
  return false
}

function binds(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name
  return binding.elements.some((each) => ts.isBindingElement(each) && binds(each.name, name))
}

function followRenames(names: readonly ts.Identifier[], checker: ts.TypeChecker): Map<ts.Node, Set<string>> {
  const found = new Map<ts.Node, Set<string>>()
  for (const name of names) {
    const symbol = checker.getSymbolAtLocation(name)
    if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) continue
    for (const declaration of checker.getAliasedSymbol(symbol).declarations ?? [])
      for (const target of declared(declaration, checker))
        found.set(target, (found.get(target) ?? new Set()).add(name.text))
  }
  return found
}

/** A declaration, and the function or class that it holds: `const router = () => …`, exported by name or as the default. */
function declared(declaration: ts.Declaration, checker: ts.TypeChecker): readonly ts.Node[] {
  if (ts.isVariableDeclaration(declaration))
    return declaration.initializer ? [declaration, declaration.initializer] : [declaration]
  if (!ts.isExportAssignment(declaration)) return [declaration]
  const { expression } = declaration
  const held = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression)?.valueDeclaration : undefined
  return held && !ts.isExportAssignment(held) ? [expression, ...declared(held, checker)] : [expression]
}
