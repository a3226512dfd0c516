import ts from 'typescript'
import { extended, lineageOf } from '../../decorators/read-decorators.js'
import { statusNamed } from '../../handlers/error-status.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference } from '../../values/value.js'

/** The status of an error class that the framework makes by itself, without arguments; null where it is not known. */
export function errorClassStatus(project: Project, reference: Reference): number | null {
  const value = project.values.evaluate(reference)
  if (value.kind === 'import') return statusNamed(value.name.replace(/^.*\./, '')) ?? null
  if (value.kind !== 'class') return null
  for (const node of lineageOf(project, value.node)) {
    const own = superStatus(project, node) ?? fieldStatus(project, node)
    if (own !== null) return own
    const base = extended(node)
    const above = base && project.values.evaluate({ expression: base, scope: moduleScope })
    if (above?.kind === 'import') return statusNamed(above.name.replace(/^.*\./, '')) ?? null
  }
  return null
}

/** `super(404, …)`. */
function superStatus(project: Project, node: ts.ClassLikeDeclaration): number | null {
  const made = node.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined)
  for (const statement of made && ts.isConstructorDeclaration(made) ? (made.body?.statements ?? []) : []) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue
    if (statement.expression.expression.kind !== ts.SyntaxKind.SuperKeyword) continue
    for (const expression of statement.expression.arguments) {
      const value = project.values.evaluate({ expression, scope: moduleScope })
      if (value.kind === 'literal' && isStatus(value.value)) return value.value
    }
  }
  return null
}

/** `httpCode = 404`. */
function fieldStatus(project: Project, node: ts.ClassLikeDeclaration): number | null {
  const field = node.members.find((member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'httpCode')
  if (!field || !ts.isPropertyDeclaration(field) || !field.initializer) return null
  const value = project.values.evaluate({ expression: field.initializer, scope: moduleScope })
  return value.kind === 'literal' && isStatus(value.value) ? value.value : null
}

const isStatus = (value: unknown): value is number => typeof value === 'number' && value >= 400 && value < 600
