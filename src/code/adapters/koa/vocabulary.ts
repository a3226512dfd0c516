import { commonVerbs, verbsOf } from '../../routing/verbs.js'
import type { Value } from '../../values/value.js'

/** The registering methods of a router, and what they answer. */
export const verbOf = verbsOf({ ...commonVerbs, del: 'DELETE', head: 'HEAD', trace: 'TRACE' })

/** What else a call on an application or a router may register. */
const registering = new Set(['use', 'route', 'register', 'prefix', 'param', 'redirect'])

export function isRegistering(name: string): boolean {
  return registering.has(name) || verbOf(name) !== undefined
}

/** Methods that give the application or router itself back. */
const chaining = new Set(['use', 'prefix', 'param', 'register', 'redirect'])

export function isChaining(name: string): boolean {
  return chaining.has(name) || verbOf(name) !== undefined
}

/** Methods of a router that give the middleware under which its routes run. */
export function givesRoutes(name: string): boolean {
  return name === 'routes' || name === 'middleware'
}

const routerPackages = new Set(['@koa/router', 'koa-router', 'koa-joi-router', 'koa-better-router', 'koa-tree-router'])

/** What a call of another package's function makes, if it makes an application or a router. */
export function madeBy(callee: Value): 'application' | 'router' | null {
  if (callee.kind !== 'import') return null
  const last = callee.name.split('.').at(-1) ?? callee.name
  const whole = ['default', '*', 'Koa', 'Application', 'Router', 'KoaRouter'].includes(last)
  if (!whole) return null
  if (routerPackages.has(callee.module)) return 'router'
  return callee.module === 'koa' ? 'application' : null
}

export const packages = ['koa', ...routerPackages]
