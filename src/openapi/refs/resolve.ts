import type { TextTree } from '../../model/text-tree.js'
import type { Found, Library, SourceFile, Spot } from '../library.js'
import { step, textAt, topOf } from '../spot.js'
import { anchored } from './anchors.js'
import { segmentsOf } from './pointer.js'
import { isUrl, targetOf } from './target.js'

/** What a `$ref` leads to: one step, to where the text stands. */
export function resolve(library: Library, from: SourceFile, ref: string, depth = 0): Found {
  const target = targetOf(from.id, ref)
  const identified = library.identified.get(target.id)
  if (identified !== undefined) return descend(library, identified, target.fragment, ref, depth)
  const file = library.files.get(target.id)
  if (file === undefined) {
    const reason = library.refused.get(target.id) ?? (isUrl(target.id) ? 'it leads to a URL' : 'there is no such file')
    return { ok: false, reason: `$ref "${ref}" cannot be followed: ${reason}` }
  }
  return descend(library, topOf(file), target.fragment, ref, depth)
}

/** Follows `$ref` after `$ref` to the first thing that is none. */
export function follow(library: Library, spot: Spot): Found {
  return walk(library, spot, fully, (at) => textAt(at, '$ref'))
}

/** Follows a `$ref` as long as nothing stands beside it: what stands beside it may count. */
export function followBare(library: Library, spot: Spot): Found {
  return walk(library, spot, barely, (at) =>
    at.node.kind === 'map' && at.node.entries.size === 1 ? textAt(at, '$ref') : undefined,
  )
}

/** Where what was followed before ended, by what it began with. */
type Ends = WeakMap<Library, WeakMap<TextTree, Found>>

const fully: Ends = new WeakMap()
const barely: Ends = new WeakMap()

function walk(library: Library, spot: Spot, ends: Ends, refOf: (at: Spot) => string | undefined): Found {
  const known = ends.get(library) ?? new WeakMap<TextTree, Found>()
  ends.set(library, known)
  const seen = new Set<TextTree>()
  let at = spot
  for (let ref = refOf(at); ref !== undefined; ref = refOf(at)) {
    if (seen.has(at.node)) {
      return { ok: false, reason: `$ref "${textAt(spot, '$ref')}" runs in a circle`, circle: true }
    }
    const end = known.get(at.node)
    if (end !== undefined) return remember(known, seen, end)
    seen.add(at.node)
    const next = resolve(library, at.file, ref)
    if (!next.ok) return next
    at = next.spot
  }
  return remember(known, seen, { ok: true, spot: at })
}

function remember(known: WeakMap<TextTree, Found>, nodes: ReadonlySet<TextTree>, end: Found): Found {
  for (const node of nodes) known.set(node, end)
  return end
}

function descend(library: Library, start: Spot, fragment: string, ref: string, depth: number): Found {
  const nowhere: Found = { ok: false, reason: `$ref "${ref}" leads nowhere` }
  if (fragment === '' || fragment === '/') return { ok: true, spot: start }
  if (!fragment.startsWith('/')) {
    const spot = anchored(start, fragment)
    if (spot === 'several')
      return { ok: false, reason: `$ref "${ref}" cannot be followed: several schemas have this $anchor` }
    // `#components/…` lacks its slash: everybody understands it, and it is told as a problem.
    return spot === undefined ? descend(library, start, `/${fragment}`, ref, depth) : { ok: true, spot }
  }
  let at = start
  for (const segment of segmentsOf(fragment)) {
    const next = step(at, segment) ?? throughRef(library, at, segment, depth)
    if (next === undefined) return nowhere
    at = next
  }
  return { ok: true, spot: at }
}

/** A pointer may lead through something that is itself a `$ref`; the depth ends circles. */
function throughRef(library: Library, spot: Spot, segment: string, depth: number): Spot | undefined {
  const ref = textAt(spot, '$ref')
  if (ref === undefined || depth > 20) return undefined
  const found = resolve(library, spot.file, ref, depth + 1)
  if (!found.ok) return undefined
  return step(found.spot, segment) ?? throughRef(library, found.spot, segment, depth + 1)
}
