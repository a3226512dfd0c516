import { dirname, resolve } from 'node:path'
import ts from 'typescript'
import type { Project } from '../../../project.js'
import type { Reference } from '../../../values/value.js'

/** The folder or file that an expression such as `join(__dirname, 'routes')` names, absolute; null where it is not known. */
export function pathOf(project: Project, reference: Reference, depth = 0): string | null {
  const { expression, scope } = reference
  const inner = (node: ts.Expression): string | null =>
    depth > 12 ? null : pathOf(project, { expression: node, scope }, depth + 1)
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return inner(expression.expression)
  if (ts.isIdentifier(expression)) return identifierPath(project, expression, reference, inner)
  if (ts.isPropertyAccessExpression(expression)) return memberPath(expression, inner)
  if (ts.isCallExpression(expression)) return callPath(expression, inner)
  if (ts.isNewExpression(expression)) {
    const [path, base] = (expression.arguments ?? []).map(inner)
    if (path === undefined || path === null) return null
    return base === undefined || base === null ? path : resolve(dirname(base), path)
  }
  if (ts.isTemplateExpression(expression)) {
    const spans = expression.templateSpans.map((span) => [inner(span.expression), span.literal.text] as const)
    if (spans.some(([path]) => path === null)) return null
    return expression.head.text + spans.map(([path, text]) => `${path}${text}`).join('')
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [inner(expression.left), inner(expression.right)]
    return left === null || right === null ? null : left + right
  }
  return literalPath(project, reference)
}

function literalPath(project: Project, reference: Reference): string | null {
  const value = project.values.evaluate(reference)
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : null
}

function identifierPath(
  project: Project,
  name: ts.Identifier,
  reference: Reference,
  inner: (node: ts.Expression) => string | null,
): string | null {
  const symbol = project.checker.getSymbolAtLocation(name)
  const origin =
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? project.checker.getAliasedSymbol(symbol) : symbol
  const declaration = origin?.valueDeclaration
  if (declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
    return inner(declaration.initializer)
  }
  if (name.text === '__dirname') return dirname(name.getSourceFile().fileName)
  if (name.text === '__filename') return name.getSourceFile().fileName
  return literalPath(project, reference)
}

/** `import.meta.url`, `import.meta.dirname`, `new URL(…).pathname`. */
function memberPath(node: ts.PropertyAccessExpression, inner: (node: ts.Expression) => string | null): string | null {
  if (!ts.isMetaProperty(node.expression))
    return node.name.text === 'pathname' || node.name.text === 'href' ? inner(node.expression) : null
  const file = node.getSourceFile().fileName
  return node.name.text === 'dirname' ? dirname(file) : file
}

/** `join`, `resolve`, `dirname`, `fileURLToPath`, under any name that ends so. */
function callPath(call: ts.CallExpression, inner: (node: ts.Expression) => string | null): string | null {
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText()
  const parts = call.arguments.map(inner)
  const known = parts.filter((part) => part !== null)
  if (known.length !== parts.length) return null
  if (name === 'cwd') return null
  const [first = ''] = known
  if (name === 'dirname') return dirname(first)
  if (name === 'join' || name === 'resolve') return joined(call, known)
  return ['fileURLToPath', 'normalize', 'toString'].includes(name) && known.length > 0 ? first : null
}

/** `join(import.meta.url, 'routes')` of a helper package starts at the file's folder. */
function joined(call: ts.CallExpression, parts: readonly string[]): string {
  const [first = '', ...rest] = parts
  const given = call.arguments[0]
  const fromFile =
    given !== undefined &&
    ts.isPropertyAccessExpression(given) &&
    ts.isMetaProperty(given.expression) &&
    given.name.text === 'url'
  return resolve(fromFile ? dirname(first) : first, ...rest)
}
