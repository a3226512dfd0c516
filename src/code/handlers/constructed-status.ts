import ts from 'typescript'
import type { Project } from '../project.js'
import { parametersOf } from '../values/parameters.js'
import { moduleScope } from '../values/scope.js'
import type { Reference, Scope, Value } from '../values/value.js'

/** Error classes of packages that are handed the status they are answered with, and as which argument. */
const classes: Readonly<Record<string, number>> = { HTTPException: 0 }

/** The status that an error is constructed with, through classes of the project that hand it on; null where there is none. */
export function constructedStatus(project: Project, value: Value): number | null {
  if (value.kind === 'call' && ts.isNewExpression(value.node)) {
    const args = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    return ofPackage(project, value.callee, args)
  }
  if (value.kind !== 'instance') return null
  const made = ts.isNewExpression(value.node) ? (value.node.arguments ?? []) : []
  return ofClass(project, value.class, value.scope, handedOn(made, moduleScope), 0)
}

function ofPackage(project: Project, callee: Value, args: readonly Reference[]): number | null {
  const name = callee.kind === 'import' ? (callee.name.split('.').at(-1) ?? '') : ''
  const index = Object.hasOwn(classes, name) ? classes[name] : undefined
  const given = index === undefined ? undefined : args[index]
  if (index === undefined) return null
  // `new HTTPException()` is a 500.
  if (given === undefined) return 500
  const status = project.values.evaluate(given)
  return status.kind === 'literal' && typeof status.value === 'number' ? status.value : null
}

/** What a class of the project hands to `super`; one without a constructor hands on what it got. */
function ofClass(
  project: Project,
  node: ts.ClassLikeDeclaration,
  scope: Scope,
  given: readonly Reference[],
  depth: number,
): number | null {
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
  const base = clause?.types[0]?.expression
  if (base === undefined || depth > 8) return null
  const parent = project.values.evaluate({ expression: base, scope: scope.outer ?? moduleScope })
  const written = superArguments(node)
  const args = written === null ? given : handedOn(written, scope)
  if (parent.kind !== 'class') return ofPackage(project, parent, args)
  const builder = parent.node.members.find((member) => ts.isConstructorDeclaration(member))
  const bindings = new Map<ts.Node, Reference | Value>(
    builder !== undefined && ts.isConstructorDeclaration(builder) ? parametersOf(builder, args) : [],
  )
  return ofClass(project, parent.node, { bindings, outer: parent.scope, owner: parent.node }, args, depth + 1)
}

function handedOn(args: readonly ts.Expression[], scope: Scope): readonly Reference[] {
  return args.map((expression) => ({ expression, scope }))
}

function superArguments(node: ts.ClassLikeDeclaration): readonly ts.Expression[] | null {
  for (const member of node.members) {
    if (!ts.isConstructorDeclaration(member)) continue
    for (const statement of member.body?.statements ?? []) {
      if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue
      if (statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword) return statement.expression.arguments
    }
  }
  return null
}
