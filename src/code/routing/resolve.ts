import type { Method } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Reference } from '../values/value.js'
import { besides, eachOnce } from './besides.js'
import type { MiddlewareStep, MountStep, Router, RouteStep, Template } from './graph.js'
import { isCovered, isUnder, joinPaths, joinTemplates } from './join.js'
import type { RegisteredRoute } from './registered-route.js'

interface Limited {
  readonly prefix: string
  readonly function: Reference
  readonly exactly?: readonly Method[]
}

/** What a router is reached through. */
interface Way {
  readonly prefix: Template
  readonly via: readonly Location[]
  readonly before: readonly Limited[]
  readonly errors: readonly Limited[]
  readonly open: ReadonlySet<Router>
}

const start: Way = { prefix: { path: '', patterns: {} }, via: [], before: [], errors: [], open: new Set() }

/** Whether a request that no route of a mounted router answers has run through its middleware when it comes to what is mounted later. */
type RunsThrough = (mounted: Router) => boolean

/** Whether a request may go on from the handlers of one registration to the next of the same path. */
type GoesOn = (handlers: readonly Reference[]) => boolean

/** The routes that the roots serve, in the order in which they are registered. */
export function resolveRoutes(
  roots: readonly Router[],
  runsThrough: RunsThrough,
  goesOn: GoesOn = () => false,
): readonly RegisteredRoute[] {
  return roots.reduce<readonly RegisteredRoute[]>(
    (kept, root) => besides(kept, distinct([...routesOf(root, start, runsThrough)], goesOn)),
    [],
  )
}

function* routesOf(router: Router, way: Way, runsThrough: RunsThrough): Iterable<RegisteredRoute> {
  // A router that is mounted in itself adds nothing new.
  if (way.open.has(router)) return
  const before = [...way.before]
  for (const [index, step] of router.steps.entries()) {
    if (step.kind === 'middleware') {
      if (!step.forErrors) before.push(...limited(step, way.prefix))
      continue
    }
    const errors = [...laterErrors(router, index, way.prefix), ...way.errors]
    if (step.kind === 'route') yield* registered(step, { ...way, before, errors })
    else {
      yield* mounted(step, router, { ...way, before: [...before], errors }, runsThrough)
      if (runsThrough(step.child)) before.push(...passed(step, way.prefix, new Set([...way.open, router])))
    }
  }
}

/** What a request under the prefix of a mounted router runs through where none of its routes answers it. */
function passed(step: MountStep, prefix: Template, open: ReadonlySet<Router>): readonly Limited[] {
  if (open.has(step.child)) return []
  const inside = new Set([...open, step.child])
  return step.prefixes.flatMap((each) => {
    const full = joinTemplates(prefix, each)
    return step.child.steps.flatMap((inner) => {
      if (inner.kind === 'mount') return passed(inner, full, inside)
      return inner.kind === 'middleware' && !inner.forErrors ? limited(inner, full) : []
    })
  })
}

function laterErrors(router: Router, index: number, prefix: Template): readonly Limited[] {
  return router.steps
    .slice(index + 1)
    .filter((step): step is MiddlewareStep => step.kind === 'middleware' && step.forErrors)
    .flatMap((step) => limited(step, prefix))
}

function limited(step: MiddlewareStep, prefix: Template): readonly Limited[] {
  const { exactly } = step
  return step.prefixes.map((each) => ({
    prefix: joinPaths(prefix.path, each.path),
    function: step.function,
    ...(exactly === undefined ? {} : { exactly }),
  }))
}

function* registered(step: RouteStep, way: Way): Iterable<RegisteredRoute> {
  for (const path of step.paths) {
    const full = joinTemplates(way.prefix, path)
    const before = reaching(way.before, full.path, step.methods)
    yield {
      methods: step.methods,
      path: full.path,
      ownPath: path.path,
      pathPatterns: full.patterns,
      handlers: step.handlers,
      middlewares: before.map((each) => each.function),
      mounts: new Map(before.map((each) => [each.function, each.prefix])),
      errorHandlers: reaching(way.errors, full.path, step.methods).map((each) => each.function),
      at: step.at,
      node: step.node,
      via: way.via,
    }
  }
}

/** Each function once: at the first of the prefixes below which it reaches the path. */
function reaching(functions: readonly Limited[], path: string, methods: readonly Method[]): readonly Limited[] {
  const found = new Map<Reference, Limited>()
  for (const each of functions)
    if (reaches(each, path, methods) && !found.has(each.function)) found.set(each.function, each)
  return [...found.values()]
}

function reaches({ prefix, exactly }: Limited, path: string, methods: readonly Method[]): boolean {
  if (exactly === undefined) return isUnder(path, prefix)
  return isCovered(path, prefix) && (exactly.includes('ALL') || methods.every((method) => exactly.includes(method)))
}

function* mounted(step: MountStep, parent: Router, way: Way, runsThrough: RunsThrough): Iterable<RegisteredRoute> {
  for (const prefix of step.prefixes) {
    const inside = {
      ...way,
      prefix: joinTemplates(way.prefix, prefix),
      via: [...way.via, step.at],
      open: new Set([...way.open, parent]),
    }
    yield* routesOf(step.child, inside, runsThrough)
  }
}

/** Of two registrations of one path the first answers, and the second what the first hands on. */
function distinct(routes: readonly RegisteredRoute[], goesOn: GoesOn): readonly RegisteredRoute[] {
  return eachOnce([], routes, (first, second) =>
    second.node !== first.node && first.methods.length === 1 && goesOn(first.handlers)
      ? followedBy(first, second)
      : first,
  )
}

function followedBy(first: RegisteredRoute, second: RegisteredRoute): RegisteredRoute {
  const between = second.middlewares.filter((each) => !first.middlewares.includes(each))
  return { ...first, handlers: [...first.handlers, ...between, ...second.handlers] }
}
