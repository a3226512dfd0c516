import ts from 'typescript'
import type { Project } from '../../project.js'
import { scopeAt } from './scope-at.js'

/** The media types that a handler gives the files it makes; null among them where one is not known. */
export function streamTypes(project: Project, handler: ts.MethodDeclaration): readonly (string | null)[] {
  const found: (string | null)[] = []
  const search = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'StreamableFile') found.push(typeOf(project, node))
    ts.forEachChild(node, search)
  }
  search(handler)
  return found.length === 0 ? [null] : [...new Set(found)]
}

/** `{ type }` of the second argument; without one a file is `application/octet-stream`. */
function typeOf(project: Project, made: ts.NewExpression): string | null {
  const [, options] = made.arguments ?? []
  if (!options) return 'application/octet-stream'
  if (!ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment)) return null
  const type = options.properties.find((one) => one.name?.getText() === 'type')
  if (!type) return 'application/octet-stream'
  if (!ts.isPropertyAssignment(type)) return null
  const scope = scopeAt(project, made)
  const value = project.values.evaluate({ expression: type.initializer, scope })
  return value.kind === 'literal' && typeof value.value === 'string' ? (value.value.split(';')[0] ?? null) : null
}
