import type ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Reference, Value } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { routesOfPackage } from './foreign.js'
import { createInstance, type Instance, type Session, type Site } from './instance.js'
import { isGuard } from './known.js'
import type { Plugin } from './plugin.js'
import { takeRouteObject } from './routes.js'
import { setting, textSetting } from './settings.js'
import { joinPrefix } from './url.js'

/** One plugin on its way into an instance. */
export interface Registration {
  readonly plugin: Exclude<Plugin, { kind: 'autoload' }>
  readonly instance: Instance
  readonly site: Site
  readonly options: Value | null
  /** The options as the plugin's second parameter gets them. */
  readonly handed: Reference | null
  readonly at: Location
  readonly node: ts.Expression
  /** The prefix, where the registration does not take it from the options. */
  readonly prefix?: string
}

/** Registers what a plugin may be. */
export function registerPlugin(session: Session, registration: Registration): void {
  const { plugin, instance, site, at } = registration
  switch (plugin.kind) {
    case 'function': {
      const child = plugin.transparent ? instance : childOf(session, registration)
      session.walk(session, plugin.value, child, site, registration.handed)
      return
    }
    case 'route':
      takeRouteObject(
        session,
        plugin.value,
        nodeOf(plugin.value, registration.node),
        childOf(session, registration),
        site,
      )
      return
    case 'foreign':
      // Its guards run before every route beside it.
      if (isGuard(plugin.module)) {
        instance.hooks.push({ reference: { expression: registration.node, scope: site.scope }, site })
      } else {
        const reason = routesOfPackage(plugin.module)
        if (reason !== null) session.unresolved.push({ at, reason })
      }
      return
    case 'unknown':
      session.unresolved.push({ at, reason: `the plugin is not known: ${plugin.reason}` })
  }
}

/** Where a route that is an object was written. */
function nodeOf(value: Value, otherwise: ts.Node): ts.Node {
  return value.kind === 'object' ? value.node : otherwise
}

function childOf(session: Session, { instance, options, at, prefix }: Registration): Instance {
  const text = prefix ?? textSetting(session.project, options, 'prefix') ?? ''
  if (text === false) {
    const value = setting(session.project, options, 'prefix')
    const reason = value === null ? '' : `: ${reasonOf(value)}`
    session.unresolved.push({
      at,
      reason: `the prefix of the plugin is not known${reason}; its routes are listed without it`,
    })
  }
  return createInstance(joinPrefix(instance.prefix, text === false ? '' : text), instance, [...instance.via, at])
}
