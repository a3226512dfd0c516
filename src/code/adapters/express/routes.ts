import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Step } from '../../routing/graph.js'
import { compareOrders } from '../../routing/order.js'
import { paramsIn, withParams } from '../../routing/params.js'
import type { RegisteredRoute } from '../../routing/registered-route.js'
import { report } from '../../routing/report.js'
import { resolveRoutes } from '../../routing/resolve.js'
import type { Reference } from '../../values/value.js'
import { candidatesIn } from './calls.js'
import { reportDecorated } from './decorated.js'
import { reportHandedOver } from './handed.js'
import { mayGoOn } from './passing.js'
import { readCandidate } from './registrations.js'
import type { RouterRecord, Session } from './session.js'

interface Routes {
  readonly routes: readonly RegisteredRoute[]
  readonly unresolved: readonly Unresolved[]
}

/** Every route that the project's Express applications serve, and what could not be followed. */
export function readRoutes(project: Project): Routes {
  const session: Session = { project, routers: new Map(), unresolved: [] }
  for (const candidate of candidatesIn(project)) readCandidate(session, candidate)
  reportHandedOver(session)
  reportDecorated(session)
  const routers = [...session.routers.values()].flat()
  for (const router of routers) {
    const ordered = [...router.events].sort((a, b) => compareOrders(a.order, b.order))
    router.steps.push(...ordered.flatMap((event) => event.steps).flatMap((step) => behindParams(router, step)))
  }
  const roots = rootsOf(session, routers)
  const goesOn = (handlers: readonly Reference[]) => mayGoOn(project, handlers)
  const routes = resolveRoutes(roots, () => true, goesOn).filter((route) => !isCatchAll(route))
  return { routes, unresolved: session.unresolved }
}

/** `app.param('id', load)` runs before every route with the parameter, and before what is mounted below it. */
function behindParams(router: RouterRecord, step: Step): readonly Step[] {
  if (step.kind !== 'mount') return [withParams(router.params, step)]
  const { prefixes } = step
  const before = paramsIn(router.params, prefixes).map((load): Step => {
    return { kind: 'middleware', prefixes, function: load, forErrors: false }
  })
  return [...before, step]
}

/** Applications that no other mounts; in a project without one, what nobody mounts is what it offers. */
function rootsOf(session: Session, routers: readonly RouterRecord[]): readonly RouterRecord[] {
  const free = routers.filter((each) => !each.mounted && each.steps.length > 0)
  const applications = routers.some((each) => each.application && each.made)
    ? free.filter((each) => each.application && each.made)
    : free.filter((each) => each.application)
  const roots = applications.length > 0 || routers.some((each) => each.application) ? applications : free
  for (const router of free) {
    // A factory may make a spare one that nobody uses, beside the one that is mounted.
    if (roots.includes(router) || routers.some((each) => isSpare(router, each))) continue
    const count = router.steps.filter((step) => step.kind === 'route').length
    if (count === 0 && !router.steps.some((step) => step.kind === 'mount')) continue
    report(
      session,
      router.at,
      `no application that can be followed mounts this router; its ${count} routes are not listed`,
    )
  }
  return roots
}

/** Whether another router that the same line makes is mounted in its place, with what is registered on both. */
function isSpare(router: RouterRecord, other: RouterRecord): boolean {
  return other.node === router.node && other.mounted && other.steps.length > 0
}

/** A last `all('*')` answers what no route does: it is no endpoint. */
function isCatchAll(route: RegisteredRoute): boolean {
  return route.methods.includes('ALL') && /^\/\{\*\w+\}$/.test(route.path)
}
