import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'

export type FunctionValue = Extract<Value, { kind: 'function' }>

/** What `register` was given. */
export type Plugin =
  | {
      readonly kind: 'function'
      readonly value: FunctionValue /** It shares the instance of its parent. */
      readonly transparent: boolean
    }
  | { readonly kind: 'autoload' }
  /** A plugin of another package. */
  | { readonly kind: 'foreign'; readonly module: string }
  /** An object that is one route, as autoload takes it. */
  | { readonly kind: 'route'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly reason: string }

/** What the first argument of `register` stands for: every plugin that it may be. */
export function pluginsOf(project: Project, reference: Reference): readonly Plugin[] {
  const imported = importedFile(project, reference.expression)
  return pluginsIn(project, imported ?? project.values.evaluate(reference))
}

/** The plugins that a value may be. */
export function pluginsIn(project: Project, value: Value): readonly Plugin[] {
  switch (value.kind) {
    case 'choice':
      return value.options.flatMap((option) => pluginsIn(project, option))
    case 'function':
      return [{ kind: 'function', value, transparent: false }]
    case 'namespace':
      return pluginsIn(project, project.values.property(value, 'default'))
    case 'import':
      return [isAutoload(value.module) ? { kind: 'autoload' } : { kind: 'foreign', module: value.module }]
    case 'object': {
      const inner = project.values.property(value, 'default')
      if (inner.kind === 'function' || inner.kind === 'call') return pluginsIn(project, inner)
      return [{ kind: 'route', value }]
    }
    case 'call':
      return pluginsOfCall(project, value)
    case 'member':
      return pluginsIn(project, value.object).map((plugin) =>
        plugin.kind === 'function' ? { kind: 'unknown', reason: 'a member of a plugin' } : plugin,
      )
    case 'unknown':
      return [{ kind: 'unknown', reason: value.reason }]
    default:
      return [{ kind: 'unknown', reason: `a ${value.kind} is registered` }]
  }
}

function isAutoload(module: string): boolean {
  return module === '@fastify/autoload' || module === 'fastify-autoload'
}

/** `fp(plugin)` registers the plugin on the instance itself; other calls come from the package that is called. */
function pluginsOfCall(project: Project, value: Extract<Value, { kind: 'call' }>): readonly Plugin[] {
  if (value.callee.kind === 'import' && value.callee.module === 'fastify-plugin') {
    const [wrapped] = value.node.arguments ?? []
    if (wrapped === undefined) return [{ kind: 'unknown', reason: 'fastify-plugin is called without a plugin' }]
    return pluginsOf(project, { expression: wrapped, scope: value.scope }).map((plugin) =>
      plugin.kind === 'function' ? { ...plugin, transparent: true } : plugin,
    )
  }
  const module = moduleOf(value)
  return [
    module === null
      ? { kind: 'unknown', reason: 'the plugin is made by a call that is not followed' }
      : { kind: 'foreign', module },
  ]
}

function moduleOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  if (value.kind === 'call') return moduleOf(value.callee)
  return value.kind === 'member' ? moduleOf(value.object) : null
}

/** `import('./routes')`, also awaited and with `.then((module) => module.routes)`: the export that is meant. */
function importedFile(project: Project, expression: ts.Expression): Value | null {
  const node = ts.isAwaitExpression(expression) ? expression.expression : expression
  if (ts.isParenthesizedExpression(node)) return importedFile(project, node.expression)
  if (ts.isPropertyAccessExpression(node)) {
    const module = importedFile(project, node.expression)
    return module === null ? null : project.values.property(module, node.name.text)
  }
  if (!ts.isCallExpression(node)) return null
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return moduleFile(project, node.arguments[0])
  if (!ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'then') return null
  const module = importedFile(project, node.expression.expression)
  const [pick] = node.arguments
  if (module === null || pick === undefined || !ts.isArrowFunction(pick)) return null
  return ts.isPropertyAccessExpression(pick.body) ? project.values.property(module, pick.body.name.text) : module
}

function moduleFile(project: Project, specifier: ts.Expression | undefined): Value | null {
  const symbol = specifier === undefined ? undefined : project.checker.getSymbolAtLocation(specifier)
  const file = symbol?.declarations?.find(ts.isSourceFile)
  return file === undefined || file.isDeclarationFile ? null : { kind: 'namespace', file }
}
