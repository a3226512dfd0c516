import type { Template } from '../../routing/graph.js'
import { compareOrders } from '../../routing/order.js'
import type { Reference } from '../../values/value.js'
import { prefixed } from './apps.js'
import type { Entry, Flattened } from './entry.js'
import type { AppRecord, Event, RouteStep } from './session.js'

/** Everything that is registered on an application, in order, with what is mounted on it. */
export function flatten(app: AppRecord, open: readonly AppRecord[] = []): Flattened {
  return flattenUntil(app, null, open)
}

function flattenUntil(app: AppRecord, end: readonly number[] | null, open: readonly AppRecord[]): Flattened {
  // An application that is mounted in itself adds nothing new.
  if (open.includes(app)) return { entries: [], late: [] }
  const events = eventsOf(app)
  const inner = [...open, app]
  const handler = errorHandlerOf(events)
  const entries: Entry[] = []
  const late: RouteStep[] = []
  let last: readonly Template[] = [{ path: '/', patterns: {} }]
  for (const { step, base, order } of events) {
    if (step.kind === 'error-handler' || step.kind === 'not-found') continue
    if (step.kind === 'mount') {
      const child = flattenUntil(step.child.app, order, inner)
      const prefixes = prefixed(base, step.prefixes)
      entries.push(
        ...child.entries.map((entry) => ({
          ...entry,
          paths: prefixed(prefixes, entry.paths),
          via: [step.at, ...entry.via],
          errorHandlers: [...entry.errorHandlers, ...handler],
          hook: entry.hook ?? app.defaultHook,
        })),
      )
      late.push(...child.late)
      continue
    }
    last = step.paths ?? last
    if (end !== null && isLater(order, end)) late.push(step)
    else {
      const hook = step.hook ?? app.defaultHook
      entries.push({ step, paths: prefixed(base, last), errorHandlers: handler, via: [], hook })
    }
  }
  return { entries, late }
}

function eventsOf(app: AppRecord): readonly Event[] {
  const own = [...app.events].sort((left, right) => compareOrders(left.order, right.order))
  return app.initial === null ? own : [...eventsOf(app.initial), ...own]
}

/** The last one that is set answers. */
function errorHandlerOf(events: readonly Event[]): readonly Reference[] {
  return events.flatMap(({ step }) => (step.kind === 'error-handler' ? [step.function] : [])).slice(-1)
}

/** The function that answers what no route does, and `c.notFound()`. */
export function notFoundOf(app: AppRecord): Reference | null {
  return (
    eventsOf(app)
      .flatMap(({ step }) => (step.kind === 'not-found' ? [step.function] : []))
      .at(-1) ?? null
  )
}

/** Only code of one module, run from its top, is known to run in the order in which it stands. */
function isLater(order: readonly number[], end: readonly number[]): boolean {
  return order.length === 2 && end.length === 2 && order[0] === end[0] && compareOrders(order, end) > 0
}
