import type { RegisteredRoute } from './registered-route.js'

/** The routes of another application beside those before it; what both serve is kept once, with the place of the other. */
export function besides<Route extends RegisteredRoute>(
  before: readonly Route[],
  routes: readonly Route[],
): readonly Route[] {
  const kept = [...before]
  for (const route of routes) {
    const left = route.methods.filter((method) => {
      const index = before.findIndex((each) => each.path === route.path && each.methods.includes(method))
      const known = kept[index]
      if (known === undefined) return true
      if (known.node !== route.node)
        kept[index] = { ...known, elsewhere: new Map([...(known.elsewhere ?? []), [method, route.at]]) }
      return false
    })
    if (left.length > 0) kept.push({ ...route, methods: left })
  }
  return kept
}
