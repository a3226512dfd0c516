import ts from 'typescript'
import { contains } from '../../program/contains.js'
import { isAssignment } from '../../program/operators.js'
import type { Lookup, Substitution } from './expression.js'
import { literalSchema } from './known.js'
import { unwrap } from './unwrap.js'

/** What fields are filled with when an object is made; a field that is not here holds what its type says. */
type Filled = ReadonlyMap<string, Substitution | 'nothing'>
type Arguments = readonly Substitution[]

const deepest = 8

/** The class of an instance, where the project wrote it. */
export function projectClass(type: ts.Type): ts.ClassLikeDeclaration | undefined {
  const declaration = type.symbol?.valueDeclaration
  if (declaration === undefined || !ts.isClassLike(declaration)) return undefined
  return declaration.getSourceFile().isDeclarationFile ? undefined : declaration
}

/** The fields that a constructor, or one that it hands its arguments on to, fills with an argument or a literal and nobody sets again. */
export function filledBy(type: ts.Type, args: Arguments, checker: ts.TypeChecker, depth = 0): Filled {
  const node = projectClass(type)
  if (node === undefined || depth > deepest) return new Map()
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
  const base = clause === undefined ? undefined : checker.getTypeAtLocation(clause)
  const made = node.members.find((each): each is ts.ConstructorDeclaration => {
    return ts.isConstructorDeclaration(each) && each.body !== undefined
  })
  const initial = initialized(node)
  if (made === undefined) return over(base ? filledBy(base, args, checker, depth + 1) : new Map(), initial, node)
  const builder: Builder = { node: made, args, checker }
  const inherited = base ? filledBy(base, superArguments(builder), checker, depth + 1) : new Map()
  const handed = made.body?.statements.some((each) => hasSpread(superCall(each))) ? new Map() : inherited
  return over(handed, new Map([...initial, ...assignedIn(builder)]), node)
}

interface Builder {
  readonly node: ts.ConstructorDeclaration
  readonly args: Arguments
  readonly checker: ts.TypeChecker
}

/** What a class itself fills stands over what it inherits; what it sets more than once is not known. */
function over(inherited: Filled, own: Filled, node: ts.ClassLikeDeclaration): Filled {
  const counts = settings(node)
  const kept = [...inherited].filter(([name]) => !counts.has(name))
  return new Map([...kept, ...[...own].filter(([name]) => counts.get(name) === 1)])
}

function initialized(node: ts.ClassLikeDeclaration): Filled {
  const fields = new Map<string, Substitution>()
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || member.initializer === undefined) continue
    const isLiteral = literalSchema(unwrap(member.initializer)) !== undefined
    if (isLiteral) fields.set(member.name.getText(), { expression: member.initializer, lookup: () => undefined })
  }
  return fields
}

function assignedIn(builder: Builder): Filled {
  const fields = new Map<string, Substitution | 'nothing'>()
  for (const parameter of builder.node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, builder.node)) continue
    const given = filling(builder, parameter)
    if (given !== null) fields.set(parameter.name.getText(), given)
  }
  for (const statement of builder.node.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const name = fieldOf(statement.expression)
    const right = unwrap(statement.expression.right)
    const parameter = ts.isIdentifier(right) ? parameterOf(builder, right) : undefined
    const given =
      parameter !== undefined
        ? filling(builder, parameter)
        : literalSchema(right) === undefined
          ? null
          : { expression: right, lookup: () => undefined }
    if (name !== null && given !== null) fields.set(name, given)
  }
  return fields
}

/** What a parameter is given by the call; null where that is not plain. */
function filling(
  { node, args, checker }: Builder,
  parameter: ts.ParameterDeclaration,
): Substitution | 'nothing' | null {
  const given = args[node.parameters.indexOf(parameter)]
  if (parameter.dotDotDotToken !== undefined || isSetAgain(node, parameter)) return null
  if (given === undefined) {
    return parameter.initializer === undefined
      ? 'nothing'
      : { expression: parameter.initializer, lookup: () => undefined }
  }
  const type = checker.getTypeAtLocation(given.expression)
  const mayBeLeftOut = (type.isUnion() ? type.types : [type]).some((each) => each.flags & ts.TypeFlags.Undefined)
  return parameter.initializer !== undefined && mayBeLeftOut ? null : given
}

function superArguments(builder: Builder): Arguments {
  const lookup: Lookup = (identifier) => {
    const parameter = parameterOf(builder, identifier)
    const given = parameter === undefined ? null : filling(builder, parameter)
    return given === null || given === 'nothing' ? undefined : given
  }
  const call = builder.node.body?.statements.map(superCall).find((each) => each !== undefined)
  return (call?.arguments ?? []).map((expression) => ({ expression, lookup }))
}

function superCall(statement: ts.Statement): ts.CallExpression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined
  return statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword ? statement.expression : undefined
}

function hasSpread(call: ts.CallExpression | undefined): boolean {
  return call?.arguments.some(ts.isSpreadElement) ?? false
}

function parameterOf({ node, checker }: Builder, identifier: ts.Identifier): ts.ParameterDeclaration | undefined {
  const symbol = checker.getSymbolAtLocation(identifier)
  return node.parameters.find((each) => symbol?.declarations?.includes(each))
}

/** The name in `this.name = …`. */
function fieldOf(assignment: ts.BinaryExpression): string | null {
  const { left } = assignment
  if (!isAssignment(assignment)) return null
  return ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword
    ? left.name.text
    : null
}

function isSetAgain(node: ts.ConstructorDeclaration, { name }: ts.ParameterDeclaration): boolean {
  return contains(
    node,
    (each) => ts.isBinaryExpression(each) && isAssignment(each) && each.left.getText() === name.getText(),
  )
}

/** How often a class sets each of its fields, wherever it does: an initializer, a parameter property, `this.name = …`. */
function settings(node: ts.ClassLikeDeclaration): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  const visit = (each: ts.Node): void => {
    if (ts.isBinaryExpression(each)) {
      const name = fieldOf(each)
      if (name !== null) count(name)
    } else if (ts.isPropertyDeclaration(each) && each.initializer !== undefined) count(each.name.getText())
    else if (ts.isParameter(each) && ts.isParameterPropertyDeclaration(each, each.parent)) count(each.name.getText())
    ts.forEachChild(each, visit)
  }
  visit(node)
  return counts
}
