import ts from 'typescript'
import type { Project } from '../project.js'
import { parametersOf } from '../values/parameters.js'
import { moduleScope } from '../values/scope.js'
import type { Reference, Scope } from '../values/value.js'

const deepest = 10

/** What the class of another package is made with, through the constructors of the project's classes that extend it. */
export function handedUp(project: Project, created: Reference): readonly Reference[] {
  const value = project.values.evaluate(created)
  if (value.kind === 'call') return argumentsOf(value.node.arguments, value.scope)
  if (value.kind !== 'instance') return []
  const made = ts.isNewExpression(value.node) ? value.node : null
  let args = argumentsOf(made?.arguments, created.scope)
  let node: ts.ClassLikeDeclaration | null = value.class
  for (let depth = 0; node !== null && depth < deepest; depth++) {
    const builder = constructorOf(node)
    if (builder !== undefined) args = superArguments(builder, args)
    const base = baseOf(node)
    const above = base && project.values.evaluate({ expression: base, scope: moduleScope })
    node = above?.kind === 'class' ? above.node : null
  }
  return args
}

function argumentsOf(args: readonly ts.Expression[] | undefined, scope: Scope): readonly Reference[] {
  return (args ?? []).map((expression) => ({ expression, scope }))
}

function superArguments(builder: ts.ConstructorDeclaration, args: readonly Reference[]): readonly Reference[] {
  const scope: Scope = { bindings: new Map(parametersOf(builder, args)), outer: moduleScope, owner: builder }
  for (const statement of builder.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue
    if (statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword)
      return argumentsOf(statement.expression.arguments, scope)
  }
  return []
}

function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
  )
}

function baseOf(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression
}
