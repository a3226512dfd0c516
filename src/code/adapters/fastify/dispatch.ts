import type { Value } from '../../values/value.js'
import { takeHook } from './hooks.js'
import type { Instance, Session, Site } from './instance.js'
import type { MethodCall } from './method-call.js'
import { takeRegister } from './register.js'
import { takeRoute, takeShorthand } from './routes.js'

/** Does to the instance what the call says. */
export function dispatch(session: Session, call: MethodCall, instance: Instance, site: Site): void {
  const name = call.expression.name.text
  const [first, second] = call.arguments
  if (first === undefined) return
  const { values } = session.project
  switch (name) {
    case 'register':
      takeRegister(session, call, instance, site)
      return
    case 'route':
      takeRoute(session, call, instance, site)
      return
    case 'addHook':
      takeHook(session, call, instance, site)
      return
    case 'addSchema': {
      const schema = values.evaluate({ expression: first, scope: site.scope })
      for (const each of schema.kind === 'choice' ? schema.options : [schema]) addSchema(session, each)
      return
    }
    case 'decorate': {
      const named = values.evaluate({ expression: first, scope: site.scope })
      if (second !== undefined && named.kind === 'literal' && typeof named.value === 'string') {
        session.decorators.set(named.value, { reference: { expression: second, scope: site.scope }, site })
      }
      return
    }
    case 'decorateReply': {
      const named = values.evaluate({ expression: first, scope: site.scope })
      if (named.kind === 'literal' && typeof named.value === 'string') session.replyDecorators.add(named.value)
      return
    }
    case 'setErrorHandler':
      instance.errorHandlers.unshift({ expression: first, scope: site.scope })
      return
    default:
      takeShorthand(session, call, instance, site)
  }
}

function addSchema(session: Session, schema: Value): void {
  const id = idOf(session, schema)
  if (id !== null) session.schemas.set(id, schema)
}

/** The `$id` of a schema: a member of an object, or of the options of a TypeBox call. */
function idOf(session: Session, schema: Value): string | null {
  if (schema.kind === 'call') {
    const options = schema.node.arguments?.at(-1)
    if (options === undefined) return null
    const value = session.project.values.evaluate({ expression: options, scope: schema.scope })
    return value.kind === 'object' ? idOf(session, value) : null
  }
  const id = session.project.values.property(schema, '$id')
  return id.kind === 'literal' && typeof id.value === 'string' ? id.value : null
}
