import { commonVerbs, verbsOf } from '../../routing/verbs.js'
import type { Value } from '../../values/value.js'

/** The registering methods of applications, routers and routes, and what they answer. */
export const verbOf = verbsOf({ ...commonVerbs, head: 'HEAD', trace: 'TRACE' })

/** Methods that give the application or router itself back. */
const chaining = new Set(['use', 'param', 'set', 'enable', 'disable', 'engine'])

export function isChaining(name: string): boolean {
  return chaining.has(name) || verbOf(name) !== undefined
}

/** Packages whose only export makes a router that is mounted as one of Express. */
const routerPackages = new Set(['express-promise-router', 'router'])

/** What a call of another package's function makes, if it makes an application or a router. */
export function madeBy(callee: Value): 'application' | 'router' | null {
  if (callee.kind !== 'import') return null
  if (routerPackages.has(callee.module)) return 'router'
  if (callee.module === 'routing-controllers') return callee.name === 'createExpressServer' ? 'application' : null
  if (callee.module !== 'express') return null
  if (callee.name === 'default' || callee.name === '*' || callee.name === 'express') return 'application'
  return callee.name === 'Router' || callee.name === 'express.Router' ? 'router' : null
}

export const packages = ['express', 'express-promise-router']
