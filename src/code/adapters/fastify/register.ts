import type ts from 'typescript'
import { referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import { autoload } from './autoload/autoload.js'
import type { Instance, Session, Site } from './instance.js'
import type { MethodCall } from './method-call.js'
import { pluginsOf } from './plugin.js'
import { registerPlugin } from './registration.js'

/** `app.register(plugin, { prefix })`. */
export function takeRegister(session: Session, call: MethodCall, instance: Instance, site: Site): void {
  const [first, second] = call.arguments
  if (first === undefined) return
  const { project } = session
  const at = project.locate(call.expression.name)
  const given: Reference | null = second === undefined ? null : { expression: second, scope: site.scope }
  const options = given === null ? null : optionsOf(session, given, call)
  for (const plugin of pluginsOf(project, { expression: first, scope: site.scope })) {
    const handed = given === null ? null : options === null ? given : referenceTo(options, given.expression)
    if (plugin.kind === 'autoload') autoload(session, { instance, site, options, at, node: first })
    else registerPlugin(session, { plugin, instance, site, options, handed, at, node: first })
  }
}

/** `register(plugin, (parent) => ({ prefix }))` computes the options. */
function optionsOf(session: Session, given: Reference, call: ts.CallExpression): Value | null {
  const value = session.project.values.evaluate(given)
  if (value.kind === 'function') return session.project.values.call(value, [], call)
  return value
}
