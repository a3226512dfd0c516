import type ts from 'typescript'
import type { Project } from '../project.js'
import type { Scope } from '../values/value.js'
import type { Decoration } from './decoration.js'

/** Under which keys NestJS keeps what its own decorators say, and the name that it exports each key by. */
const keptBy: Readonly<Record<string, string>> = {
  __httpCode__: 'HttpCode',
  HTTP_CODE_METADATA: 'HttpCode',
  __guards__: 'UseGuards',
  GUARDS_METADATA: 'UseGuards',
  __interceptors__: 'UseInterceptors',
  INTERCEPTORS_METADATA: 'UseInterceptors',
  __pipes__: 'UsePipes',
  PIPES_METADATA: 'UsePipes',
  __exceptionFilters__: 'UseFilters',
  EXCEPTION_FILTERS_METADATA: 'UseFilters',
}

/** `Reflect.defineMetadata(key, value, target)` as the decorator that does the same; null where the call is another. */
export function metadataOf(
  project: Project,
  call: ts.CallExpression,
  scope: Scope,
  node: ts.Node,
): readonly Decoration[] | null {
  if (call.expression.getText() !== 'Reflect.defineMetadata') return null
  const [key, value, , member] = call.arguments
  // What is kept under a property is read by nobody who routes.
  if (!key || !value || member) return []
  const kept = project.values.evaluate({ expression: key, scope })
  const text = kept.kind === 'literal' ? kept.value : kept.kind === 'import' ? kept.name.replace(/^.*\./, '') : null
  const name = typeof text === 'string' && Object.hasOwn(keptBy, text) ? keptBy[text] : undefined
  const held = { expression: value, scope }
  const args = name === undefined ? [{ expression: key, scope }, held] : [held]
  return [{ module: '@nestjs/common', name: name ?? 'SetMetadata', args, node }]
}
