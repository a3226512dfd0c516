import ts from 'typescript'
import type { Template } from '../../routing/graph.js'
import { optionsOf } from '../../routing/handlers.js'
import { pathsOf } from '../../routing/paths.js'
import { memberOf } from '../../values/literals.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import { isApp } from './calls.js'
import { readPath } from './path.js'
import type { AppRecord, Handle, Session } from './session.js'
import { isChaining, isFactory, isRetyping, makesApp } from './vocabulary.js'

const bare: readonly Template[] = [{ path: '', patterns: {} }]

/** The application that a value is, with the base path it registers under; null where it is none that can be followed. */
export function appOf(session: Session, value: Value): Handle | null {
  if (value.kind === 'parameter') return handedIn(session, value.node)
  if (value.kind === 'namespace') return appOf(session, session.project.values.property(value, 'default'))
  if (value.kind === 'instance') return subclassed(session, value)
  // `super.get(…)` and a member that the base class gives are the application's own.
  if (value.kind === 'member')
    return value.name === 'fetch' || value.name === 'request' ? appOf(session, value.object) : null
  if (value.kind !== 'call') return null
  if (value.method === undefined) {
    const [wrapped] = isRetyping(value.callee) ? (value.node.arguments ?? []) : []
    if (wrapped !== undefined)
      return appOf(session, session.project.values.evaluate({ expression: wrapped, scope: value.scope }))
    return makesApp(value.callee) ? { app: recordOf(session, value.node, value.scope, true, null), base: bare } : null
  }
  if (value.method === 'createApp' && isFactory(value.callee)) {
    const initial = initialOf(session, value.callee)
    return { app: recordOf(session, value.node, value.scope, true, initial), base: bare }
  }
  const holder = appOf(session, value.callee)
  if (holder === null) return null
  if (value.method !== 'basePath') return isChaining(value.method) ? holder : null
  const [path] = value.node.arguments ?? []
  if (path === undefined) return holder
  const { templates } = pathsOf(session.project, { expression: path, scope: value.scope }, readPath)
  return templates.length === 0 ? null : { app: holder.app, base: prefixed(holder.base, templates) }
}

/** Every prefix before every path. */
export function prefixed(prefixes: readonly Template[], paths: readonly Template[]): readonly Template[] {
  return prefixes.flatMap((prefix) =>
    paths.map((each) => ({
      path: `${prefix.path}${each.path}`,
      patterns: { ...prefix.patterns, ...each.patterns },
    })),
  )
}

/** `class Api extends Hono`. */
function subclassed(session: Session, value: Extract<Value, { kind: 'instance' }>): Handle | null {
  const clause = value.class.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
  const base = clause?.types[0]?.expression
  if (base === undefined) return null
  const parent = session.project.values.evaluate({ expression: base, scope: value.scope.outer ?? moduleScope })
  return makesApp(parent) ? { app: recordOf(session, value.node, value.scope, true, null), base: bare } : null
}

/** What `createFactory({ initApp(app) { … } })` does with every application that it makes. */
function initialOf(session: Session, factory: Extract<Value, { kind: 'call' }>): AppRecord | null {
  const [options] = factory.node.arguments ?? []
  if (options === undefined) return null
  const { values } = session.project
  const given = values.evaluate({ expression: options, scope: factory.scope })
  for (const option of optionsOf(values.property(given, 'initApp'))) {
    const parameter = option.kind === 'function' ? option.node.parameters[0] : undefined
    if (parameter !== undefined) return recordOf(session, parameter, moduleScope, false, null)
  }
  return null
}

/** `function register(app: Hono)` that nobody in the project calls. */
function handedIn(session: Session, parameter: ts.ParameterDeclaration): Handle | null {
  const known = session.apps.get(parameter)?.[0]
  if (known !== undefined) return { app: known, base: bare }
  if (!ts.isIdentifier(parameter.name) || !isApp(session.project.checker, parameter.name)) return null
  return { app: recordOf(session, parameter, moduleScope, false, null), base: bare }
}

function defaultHookOf({ project: { values } }: Session, node: ts.NewExpression, scope: Scope): Reference | null {
  const [options] = node.arguments ?? []
  return options === undefined ? null : memberOf(values.evaluate({ expression: options, scope }), 'defaultHook')
}

function recordOf(session: Session, node: ts.Node, scope: Scope, made: boolean, initial: AppRecord | null): AppRecord {
  const siblings = session.apps.get(node) ?? []
  const known = siblings.find((each) => !made || each.scope === scope)
  if (known !== undefined) return known
  const at = session.project.locate(node)
  const defaultHook = made && ts.isNewExpression(node) ? defaultHookOf(session, node, scope) : null
  const record: AppRecord = { node, scope, at, made, initial, defaultHook, events: [], mounted: false }
  session.apps.set(node, [...siblings, record])
  return record
}
