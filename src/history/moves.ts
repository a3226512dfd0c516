import type { Form } from './form.js'

/**
 * Endpoints that only got another path: one that is gone and one that is new, with the same method and the same contract, the
 * names of path parameters apart, and no third that looks like them.
 */
export function movesBetween(before: Form, after: Form): readonly (readonly [string, string])[] {
  const gone = byLooks(before, (name) => !Object.hasOwn(after.endpoints, name))
  const come = byLooks(after, (name) => !Object.hasOwn(before.endpoints, name))
  return [...gone].flatMap(([looks, [from, ...others]]) => {
    const [to, ...rivals] = come.get(looks) ?? []
    const plain = from !== undefined && to !== undefined && others.length + rivals.length === 0
    return plain ? [[from, to] as const] : []
  })
}

function byLooks({ endpoints }: Form, wanted: (name: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [name, { own, reaches }] of Object.entries(endpoints)) {
    if (!wanted(name)) continue
    const points = Object.entries(own).map(([point, digest]) => [point.replace(/^path .*/, 'path'), digest])
    const looks = JSON.stringify([name.split(' ')[0], points, reaches])
    found.set(looks, [...(found.get(looks) ?? []), name])
  }
  return found
}
