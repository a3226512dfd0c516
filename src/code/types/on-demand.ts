import ts from 'typescript'
import type { TypeSource } from './context.js'
import { imported } from './imported.js'

const relations = new Set(['OneToMany', 'ManyToOne', 'OneToOne', 'ManyToMany', 'TreeChildren', 'TreeParent'])

/**
 * Why a property that its type declares need not be there: TypeORM fills in a relation that is not eager, and a column
 * that is not selected, only where a query asks for it; and `delete user.password` takes one away. Null where nothing of
 * the kind is to be seen.
 */
export function loadedOnDemand(declaration: ts.Declaration, source: TypeSource): string | null {
  if (removedIn(source).has(declaration)) return 'the code removes it somewhere'
  if (!ts.canHaveDecorators(declaration)) return null
  if (isLeftByTransformer(declaration, source)) return 'class-transformer leaves it out where it makes the class'
  for (const { expression } of ts.getDecorators(declaration) ?? []) {
    if (!ts.isCallExpression(expression)) continue
    const found = imported(expression.expression, source)
    if (found?.module === 'typeorm') {
      if (relations.has(found.name) && !isSet(expression, 'eager', true)) return unloaded
      if (found.name.endsWith('Column') && isSet(expression, 'select', false))
        return 'a column that is not selected is sent only where a query asks for it'
    } else if (found?.module.startsWith('@mikro-orm/')) {
      if (relations.has(found.name)) return unloaded
      if (isSet(expression, 'hidden', true)) return 'a hidden property is sent only where it is read by name'
    }
  }
  return null
}

/** `@Exclude()` over a property of a class that `plainToInstance` makes, and no `@Expose()` where that makes only what is exposed. */
function isLeftByTransformer(declaration: ts.HasDecorators, source: TypeSource): boolean {
  const made = ts.isClassLike(declaration.parent) ? madeByTransformer(source).get(declaration.parent) : undefined
  if (made === undefined || !ts.isPropertyDeclaration(declaration)) return false
  const own = (ts.getDecorators(declaration) ?? []).flatMap(({ expression }) => {
    if (!ts.isCallExpression(expression)) return []
    const found = imported(expression.expression, source)
    const isIn = found?.module === 'class-transformer' && !isSet(expression, 'toPlainOnly', true)
    return isIn ? [found.name] : []
  })
  return own.includes('Exclude') || (made === 'exposed' && !own.includes('Expose'))
}

const transformed = new WeakMap<ts.Program, ReadonlyMap<ts.Node, 'all' | 'exposed'>>()

/** The classes that the project has class-transformer make, and whether it then takes only what is exposed. */
function madeByTransformer({ program, checker }: TypeSource): ReadonlyMap<ts.Node, 'all' | 'exposed'> {
  const known = transformed.get(program)
  if (known) return known
  const found = new Map<ts.Node, 'all' | 'exposed'>()
  const search = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(plainToInstance|plainToClass)$/.test(node.expression.getText())) {
      const made = node.arguments[0] && checker.getTypeAtLocation(node.arguments[0]).getProperty('prototype')
      const target = made && checker.getTypeOfSymbol(made).symbol?.valueDeclaration
      const exposed = isSet(node, 'excludeExtraneousValues', true) || /excludeAll/.test(node.getText())
      if (target && found.get(target) !== 'exposed') found.set(target, exposed ? 'exposed' : 'all')
    }
    ts.forEachChild(node, search)
  }
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) continue
    if (/\bplainTo(Instance|Class)\(/.test(file.text)) search(file)
  }
  transformed.set(program, found)
  return found
}

/** Whether the table says that a column may be empty: what is read of it is null then, whatever the type of the property says. */
export function mayBeEmpty(declaration: ts.Declaration, source: TypeSource): boolean {
  if (!ts.canHaveDecorators(declaration)) return false
  return (ts.getDecorators(declaration) ?? []).some(({ expression }) => {
    if (!ts.isCallExpression(expression) || !isSet(expression, 'nullable', true)) return false
    const found = imported(expression.expression, source)
    if (found?.module === 'typeorm') return found.name.endsWith('Column')
    return found?.module.startsWith('@mikro-orm/') === true && (found.name === 'Property' || found.name === 'Enum')
  })
}

const unloaded = 'a relation is sent only where it is loaded'

const memory = new WeakMap<ts.Program, ReadonlySet<ts.Declaration>>()

/** The properties that the project deletes, or sets to `undefined`, by their declarations. */
function removedIn({ program, checker }: TypeSource): ReadonlySet<ts.Declaration> {
  const known = memory.get(program)
  if (known) return known
  const found = new Set<ts.Declaration>()
  const search = (node: ts.Node): void => {
    const target = removedBy(node)
    for (const one of (target && checker.getSymbolAtLocation(target.name)?.declarations) ?? []) found.add(one)
    ts.forEachChild(node, search)
  }
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) continue
    if (/\bdelete\s|=\s*undefined\b/.test(file.text)) search(file)
  }
  memory.set(program, found)
  return found
}

function removedBy(node: ts.Node): ts.PropertyAccessExpression | undefined {
  const target = ts.isDeleteExpression(node)
    ? node.expression
    : ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isIdentifier(node.right) &&
        node.right.text === 'undefined'
      ? node.left
      : undefined
  return target && ts.isPropertyAccessExpression(target) ? target : undefined
}

function isSet(call: ts.CallExpression, name: string, value: boolean): boolean {
  const keyword = value ? ts.SyntaxKind.TrueKeyword : ts.SyntaxKind.FalseKeyword
  return call.arguments.some(
    (argument) =>
      ts.isObjectLiteralExpression(argument) &&
      argument.properties.some(
        (one) => ts.isPropertyAssignment(one) && one.name.getText() === name && one.initializer.kind === keyword,
      ),
  )
}
