import type { Gap } from '../../../model/endpoint.js'
import { decorationsOf, madeBy, member } from '../../decorators/read-decorators.js'
import type { Dialect } from '../../handlers/dialect.js'
import type { Exchange } from '../../handlers/exchange.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { Route } from './route.js'
import { packageName } from './vocabulary.js'

/** Functions of the project that the framework hands its `{ request, response }` to, and what asks for them. */
interface Asked {
  readonly functions: readonly Reference[]
  readonly gaps: readonly Gap[]
}

/** The checkers that `@Authorized` and `@CurrentUser` ask. */
export function checkersOf(
  project: Project,
  { server }: Route,
  asks: { readonly authorized: boolean; readonly user: boolean },
): Asked {
  return together([
    ...(asks.authorized && server.authorization
      ? [of(project, server.authorization, 'the checker of authorization')]
      : []),
    ...(asks.user && server.currentUser ? [of(project, server.currentUser, 'the checker of the current user')] : []),
  ])
}

/** The functions by which parameter decorators of the project take their values from the request. */
export function takersOf(project: Project, { handler }: Route): Asked {
  const made = handler.parameters.flatMap((node) =>
    decorationsOf(project, node).flatMap((one) => {
      const call = one.module === null ? madeBy(one.value) : null
      return call?.module === packageName && call.name === 'createParamDecorator' ? [call.args[0]] : []
    }),
  )
  return together(
    made.map((options) => {
      const value = options && member(project, project.values.evaluate(options), 'value')
      return value ? of(project, value, 'a decorated parameter') : { functions: [], gaps: [] }
    }),
  )
}

function of(project: Project, value: Value, what: string): Asked {
  if (value.kind === 'function') return { functions: [referenceTo(value, expressionAt(value.node))], gaps: [] }
  const at = 'node' in value && value.node ? { at: project.locate(value.node) } : {}
  const about = ['status', 'query', 'header', 'cookie'] as const
  return { functions: [], gaps: about.map((each) => ({ about: each, reason: `${what} is not followed`, ...at })) }
}

function together(all: readonly Asked[]): Asked {
  return { functions: all.flatMap(({ functions }) => functions), gaps: all.flatMap(({ gaps }) => gaps) }
}

/** What they read of the request, and what they throw. */
export function readAsked(
  project: Project,
  route: Route,
  { functions, gaps }: Asked,
  dialect: Dialect,
  errorHandlers: readonly Reference[],
): Exchange | null {
  if (functions.length === 0 && gaps.length === 0) return null
  const { method, path, handler } = route
  const chain = { method, path, at: project.locate(handler.name), middlewares: functions, handlers: [], errorHandlers }
  const read = readExchange(project, chain, actionInHand(dialect))
  return { ...read, gaps: [...read.gaps, ...gaps] }
}

/** Called with the action: request and response are members of the first parameter. */
function actionInHand(dialect: Dialect): Dialect {
  return {
    ...dialect,
    roles: () => ['context'],
    member: (role, name, args) => {
      if (role !== 'context') return dialect.member(role, name, args)
      return name === 'request' || name === 'response' ? { kind: 'role', role: name } : null
    },
  }
}
