import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Step, Template } from '../../routing/graph.js'
import { joinTemplates } from '../../routing/join.js'
import { compareOrders } from '../../routing/order.js'
import { withParams } from '../../routing/params.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { pathsOfValue } from '../../routing/paths.js'
import type { RegisteredRoute } from '../../routing/registered-route.js'
import { report } from '../../routing/report.js'
import { resolveRoutes } from '../../routing/resolve.js'
import { candidatesIn } from './calls.js'
import { readCandidate } from './registrations.js'
import type { RouterRecord, Session } from './session.js'

interface Routes {
  readonly routes: readonly RegisteredRoute[]
  readonly unresolved: readonly Unresolved[]
}

/** Every route that the project's Koa applications serve, and what could not be followed. */
export function readRoutes(project: Project): Routes {
  const session: Session = { project, routers: new Map(), unresolved: [] }
  for (const candidate of candidatesIn(project)) readCandidate(session, candidate)
  const routers = [...session.routers.values()].flat()
  for (const router of routers) {
    const ordered = [...router.events].sort((a, b) => compareOrders(a.order, b.order))
    const steps = ordered.flatMap((event) => event.steps).map((step) => withParams(router.params, step))
    router.steps.push(...below(session, router, steps))
  }
  // A router runs its middleware for its own routes alone; an application that is mounted for all that comes by.
  const routes = resolveRoutes(rootsOf(session, routers), (mounted) => mounted.application).filter(
    (route) => !isCatchAll(route),
  )
  return { routes, unresolved: session.unresolved }
}

/** The steps behind the prefix of their own router: `new Router({ prefix })`, `router.prefix(…)`, the later before the earlier. */
function below(session: Session, router: RouterRecord, steps: readonly Step[]): readonly Step[] {
  return router.prefixes.reduce<readonly Step[]>((inner, value) => {
    const paths = pathsOfValue(session.project, value, readPath)
    for (const problem of paths.problems)
      report(session, router.at, `the prefix of a router cannot be read: ${problem}`)
    return paths.problems.length > 0 ? [] : inner.map((step) => prefixed(step, paths.templates))
  }, steps)
}

function prefixed(step: Step, prefixes: readonly Template[]): Step {
  const join = (templates: readonly Template[]) =>
    prefixes.flatMap((prefix) => templates.map((template) => joinTemplates(prefix, template)))
  return step.kind === 'route' ? { ...step, paths: join(step.paths) } : { ...step, prefixes: join(step.prefixes) }
}

/** Applications that no other mounts; in a project without one, what nobody mounts is what it offers. */
function rootsOf(session: Session, routers: readonly RouterRecord[]): readonly RouterRecord[] {
  const free = routers.filter((each) => !each.mounted && each.steps.length > 0)
  const made = free.filter((each) => each.application && each.made)
  const applications = made.length > 0 ? made : free.filter((each) => each.application)
  const roots = routers.some((each) => each.application) ? applications : free
  for (const router of free) {
    // A factory may make a spare one that nobody uses, beside the one that is mounted.
    if (roots.includes(router) || routers.some((each) => each.node === router.node && each.mounted)) continue
    const count = router.steps.filter((step) => step.kind === 'route').length
    if (count === 0 && !router.steps.some((step) => step.kind === 'mount')) continue
    const reason = `no application that can be followed mounts this router; its ${count} routes are not listed`
    report(session, router.at, reason)
  }
  return roots
}

/** A last `all('*')` answers what no route does: it is no endpoint. */
function isCatchAll(route: RegisteredRoute): boolean {
  return route.methods.includes('ALL') && /^\/\{\*\w+\}$/.test(route.path)
}
