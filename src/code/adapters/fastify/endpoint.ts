import type { Endpoint, Method } from '../../../model/endpoint.js'
import type { Dialect } from '../../handlers/dialect.js'
import type { Chain } from '../../handlers/exchange.js'
import { parametersOf } from '../../handlers/path-parameters.js'
import { memberOf } from '../../values/literals.js'
import type { Value } from '../../values/value.js'
import { exchangeOf } from './exchange.js'
import { frameworkStatuses, refusal } from './framework.js'
import { genericDemands } from './generic.js'
import { hooksOf } from './hooks.js'
import type { Instance, PayloadHookName, Route, Session } from './instance.js'
import { withReplyType } from './replies.js'
import { withDeclared } from './responses.js'
import { blurred, isRewritten } from './rewriting.js'
import { declaredResponses, requestDemands } from './schemas.js'
import { setting, textSetting } from './settings.js'
import { joinUrl, templatesOf } from './url.js'

const methods: readonly Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY', 'ALL']

/** The endpoints of one registration: one for each method and each form of its url. */
export function endpointsOf(session: Session, route: Route, dialect: Dialect): readonly Endpoint[] {
  const trailing = textSetting(session.project, route.options, 'prefixTrailingSlash')
  const url = joinUrl(route.instance.prefix, route.url, typeof trailing === 'string' ? trailing : 'both')
  return templatesOf(url).flatMap((path) =>
    methods
      .filter((method) => route.methods.includes(method))
      .map((method) => endpointOf(session, route, dialect, method, path, url)),
  )
}

function endpointOf(
  session: Session,
  route: Route,
  dialect: Dialect,
  method: Method,
  path: string,
  pattern: string,
): Endpoint {
  const { project } = session
  const at = project.locate(route.node)
  const schema = setting(project, route.options, 'schema')
  const guardians = hooksOf(session, route.instance, route.options)
  const chain: Chain = {
    method,
    path,
    at,
    middlewares: guardians.flatMap(({ references }) => references),
    handlers: route.handler === null ? [] : [route.handler],
    errorHandlers: ownErrorHandler(route) ?? errorHandlersOf(route.instance),
  }
  const validated = requestDemands(session, schema, at)
  const demands = [...validated, ...genericDemands(session, route, validated)]
  // What a schema asks for is turned into that: no text any more.
  const isAsTheyCome = schema === null || (schema.kind === 'object' && setting(project, schema, 'params') === null)
  const parametersFound = isAsTheyCome ? { parameters: parametersOf({ path, patterns: {} }, true) } : {}
  const exchange = exchangeOf(
    project,
    chain,
    guardians,
    { ...dialect, route: { method: method === 'ALL' ? null : method, path, pattern, ...parametersFound } },
    demands,
  )
  const rewritten = (name: PayloadHookName) => isRewritten(session, route.instance, route.options, name)
  const replies = withReplyType(session, route, exchange.responses)
  const given = rewritten('preSerialization') ? blurred(replies, 'preSerialization') : replies
  const listed = withDeclared(given, declaredResponses(session, schema))
  const responses = rewritten('onSend') ? blurred(listed, 'onSend') : listed
  return {
    method,
    path,
    at,
    deprecated: isDeprecated(session, schema),
    ...exchange,
    responses: [...responses, ...refusal(responses, validated)],
    gaps: [...exchange.gaps, ...frameworkStatuses(method, at)],
    via: route.instance.via,
    adapter: 'fastify',
  }
}

/** `{ errorHandler }` among the options of a route stands in the place of those around. */
function ownErrorHandler({ options }: Route): Chain['errorHandlers'] | null {
  const own = options === null ? null : memberOf(options, 'errorHandler')
  return own === null ? null : [own]
}

function errorHandlersOf(instance: Instance): Chain['errorHandlers'] {
  if (instance.errorHandlers.length > 0) return instance.errorHandlers.slice(0, 1)
  return instance.parent === null ? [] : errorHandlersOf(instance.parent)
}

function isDeprecated(session: Session, schema: Value | null): boolean {
  const value = setting(session.project, schema, 'deprecated')
  return value?.kind === 'literal' && value.value === true
}
