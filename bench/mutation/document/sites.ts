import type { Place } from '../mutant.js'
import { contentsOf, type Operation } from './operations.js'
import { escapeStep, isMap, listAt, mapAt, nodeAt, type RawMap, targetOf, valueAt } from './raw.js'

/** One element that a schema describes. */
export interface Use {
  readonly place: Place
  readonly mediaType: string | null
  /** All schemas that hold there together (`allOf`, `$ref`), by their places in the text. */
  readonly joint: readonly string[]
  /** The schema is one of several that the element may follow. */
  readonly variant: boolean
}

/** A schema in the text, and every element of the API that it describes. */
export interface SchemaSite {
  readonly at: string
  readonly node: RawMap
  readonly uses: readonly Use[]
}

/** All schemas of parameters, bodies and answers, read from the text alone. */
export function sitesOf(document: RawMap, operations: readonly Operation[]): SchemaSite[] {
  const found = new Map<string, Use[]>()
  const visit = (at: string, use: Omit<Use, 'joint' | 'variant'>) =>
    walk(document, found, { at, use: { ...use, joint: [], variant: false }, via: [] })
  for (const operation of operations) {
    const { method, path } = operation
    for (const parameter of operation.parameters) {
      const place = { method, path, part: parameter.in, status: null, pointer: `/${escapeStep(parameter.name)}` }
      visit(`${parameter.at}/schema`, { place, mediaType: null })
    }
    if (operation.body) {
      for (const { mediaType, schema } of contentsOf(document, operation.body.at)) {
        visit(schema, { place: { method, path, part: 'request', status: null, pointer: '' }, mediaType })
      }
    }
    for (const { status, at } of operation.responses) {
      for (const { mediaType, schema } of contentsOf(document, at)) {
        visit(schema, { place: { method, path, part: 'response', status, pointer: '' }, mediaType })
      }
    }
  }
  return [...found].map(([at, uses]) => ({ at, node: nodeAt(document, at), uses }))
}

interface Step {
  readonly at: string
  readonly use: Use
  readonly via: readonly string[]
}

function walk(document: RawMap, found: Map<string, Use[]>, step: Step): void {
  const parts = conjuncts(document, step.at)
  if (parts.some((part) => step.via.includes(part))) return
  const via = [...step.via, ...parts.filter((part) => part.startsWith('/components/schemas/'))]
  const joint = [...step.use.joint, ...parts]
  for (const at of parts) {
    const node = nodeAt(document, at)
    if (targetOf(node) !== undefined) continue
    const use = { ...step.use, joint }
    found.set(at, [...(found.get(at) ?? []), use])
    const inside = (below: string, pointer: string) =>
      walk(document, found, {
        at: below,
        via,
        use: { ...use, place: { ...use.place, pointer }, joint: [], variant: false },
      })
    const { pointer } = use.place
    for (const name of Object.keys(mapAt(node, 'properties'))) {
      inside(`${at}/properties/${escapeStep(name)}`, `${pointer}/${escapeStep(name)}`)
    }
    if (isMap(node.items)) inside(`${at}/items`, `${pointer}/*`)
    if (isMap(node.additionalProperties)) inside(`${at}/additionalProperties`, `${pointer}/*`)
    for (const [index] of listAt(node, 'oneOf').entries()) {
      walk(document, found, { at: `${at}/oneOf/${index}`, via, use: { ...use, variant: true } })
    }
  }
}

/** The schemas that hold together where one stands: what it refers to, and the parts of its `allOf`. */
function conjuncts(document: RawMap, at: string): string[] {
  const node = valueAt(document, at)
  if (!isMap(node)) return []
  const target = targetOf(node)
  if (target !== undefined) return [at, ...conjuncts(document, target)]
  return [at, ...listAt(node, 'allOf').flatMap((_, index) => conjuncts(document, `${at}/allOf/${index}`))]
}
