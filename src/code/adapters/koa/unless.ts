import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'

type Call = Extract<Value, { kind: 'call' }>

/**
 * The functions that run for a path: `jwt({ secret }).unless({ path: ['/login'] })` is left out where the path is named there, and
 * stands as if without `unless` where it surely is not. Where that hangs on more than the path it stays as it is.
 */
export function reaching(project: Project, functions: readonly Reference[], path: string): readonly Reference[] {
  return functions.flatMap((each) => {
    const value = project.values.evaluate(each)
    if (value.kind !== 'call' || value.method !== 'unless') return [each]
    const skipped = skips(project, value, path)
    if (skipped === null) return [each]
    return skipped ? [] : [guardOf(value) ?? each]
  })
}

/** What `unless` was called on. */
function guardOf({ node, scope }: Call): Reference | null {
  const { expression } = node
  return ts.isPropertyAccessExpression(expression) ? { expression: expression.expression, scope } : null
}

function skips(project: Project, { node, scope }: Call, path: string): boolean | null {
  const [options] = node.arguments ?? []
  if (options === undefined) return null
  const given = project.values.evaluate({ expression: options, scope })
  if (given.kind !== 'object') return null
  const names = given.node.properties.map((property) => property.name?.getText())
  if (names.some((name) => name !== 'path')) return null
  const paths = project.values.property(given, 'path')
  const elements = paths.kind === 'array' ? (paths.complete ? paths.elements : null) : elementOf(given.node, scope)
  if (elements === null) return null
  const answers = elements.map((each) => matches(project, each, path))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

function elementOf(options: ts.ObjectLiteralExpression, scope: Reference['scope']): readonly Reference[] | null {
  const [property] = options.properties
  return property !== undefined && ts.isPropertyAssignment(property)
    ? [{ expression: property.initializer, scope }]
    : null
}

/** Whether one of the paths is the template's; of a regular expression only a plain beginning or a plain whole is told. */
function matches(project: Project, element: Reference, path: string): boolean | null {
  const { expression } = element
  if (ts.isRegularExpressionLiteral(expression)) {
    const [, plain, end] = /^\/\^((?:\\\/|[\w-])+)(\$?)\/$/.exec(expression.text) ?? []
    if (plain === undefined) return null
    const text = plain.replaceAll('\\/', '/')
    if (end === '$') return path.includes('{') ? null : path === text
    const fixed = path.split('{')[0] ?? path
    if (fixed.startsWith(text)) return true
    return fixed !== path && text.startsWith(fixed) ? null : false
  }
  const value = project.values.evaluate(element)
  if (value.kind !== 'literal' || typeof value.value !== 'string') return null
  if (value.value === path) return true
  return path.includes('{') && template(path).test(value.value) ? null : false
}

/** What requests to the template look like. */
function template(path: string): RegExp {
  const parts = path.split('/').map((segment) => {
    if (segment.startsWith('{*')) return '.*'
    return segment.includes('{') ? '[^/]*' : segment.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
