import type { Method } from '../../model/endpoint.js'
import type { RegisteredRoute } from './registered-route.js'

/** Routes beside those before them, each path and method once: `meet` says what becomes of the first where another has the same. */
export function eachOnce<Route extends RegisteredRoute>(
  before: readonly Route[],
  routes: readonly Route[],
  meet: (first: Route, other: Route, method: Method) => Route,
): readonly Route[] {
  const kept = [...before]
  for (const route of routes) {
    const left = route.methods.filter((method) => {
      const index = kept.findIndex((each) => each.path === route.path && each.methods.includes(method))
      const first = kept[index]
      if (first !== undefined) kept[index] = meet(first, route, method)
      return first === undefined
    })
    if (left.length > 0) kept.push({ ...route, methods: left })
  }
  return kept
}

/** The routes of another application beside those before it; what both serve is kept once, with the place of the other. */
export function besides<Route extends RegisteredRoute>(
  before: readonly Route[],
  routes: readonly Route[],
): readonly Route[] {
  return eachOnce(before, routes, (first, other, method) =>
    first.node === other.node
      ? first
      : { ...first, elsewhere: new Map([...(first.elsewhere ?? []), [method, other.at]]) },
  )
}
