import type ts from 'typescript'
import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'
import type { Dialect, Role } from './dialect.js'
import type { Chain, Exchange, Trace } from './exchange.js'

/**
 * `readExchange` of `read-exchange.ts`: everything that the functions of a route say of its endpoint. `own` is how the handlers
 * of the registration are called, where that is otherwise than middleware.
 */
export type ReadExchange = (project: Project, chain: Chain, dialect: Dialect, own?: Dialect) => Exchange

/**
 * `readHandler` of `read-handler.ts`: what one function does with its request. `roles` says which parameters stand for what
 * where the framework says so otherwise than by position (Nest's `@Res()`); absent, the dialect tells.
 */
export type ReadHandler = (
  project: Project,
  handler: Reference,
  dialect: Dialect,
  roles?: ReadonlyMap<ts.ParameterDeclaration, Role>,
) => Trace
