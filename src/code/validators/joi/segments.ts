import type ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import { writtenIn } from '../../values/literals.js'
import type { Value } from '../../values/value.js'
import { readChain, readKeys } from '../chains/read.js'
import { joiLibrary } from '../joi.js'

/** A part of the request, and what joi takes in it. */
interface Segment {
  readonly place: InputPlace
  readonly schema: Schema
  readonly at: Location
}

/** In: an object with a schema of joi, or its keys in a plain object, for each part of a request, and what its keys name. */
export function segmentsOf(
  project: Project,
  { node, scope }: Extract<Value, { kind: 'object' }>,
  placeOf: (name: ts.PropertyName) => InputPlace | undefined,
): readonly Segment[] {
  return node.properties.flatMap((property): readonly Segment[] => {
    const place = property.name === undefined ? undefined : placeOf(property.name)
    const written = writtenIn(property)
    if (place === undefined || written === null) return []
    const reference = { expression: written, scope }
    const read = readChain(joiLibrary, project, reference) ?? readKeys(joiLibrary, project, reference)
    return [{ place, schema: read ?? { inexact: 'the schema of joi cannot be read' }, at: project.locate(property) }]
  })
}

/** In: what is written of a request and cannot be read. Out: that it may check any part that is not seen to be checked. */
export function demandsAnywhere(
  project: Project,
  node: ts.Node,
  places: readonly InputPlace[],
  by: string,
): readonly Demand[] {
  const schema = { inexact: `${by} checks a segment that is not read` }
  return [...new Set(places)].map((place) => ({ place, schema, strength: 'lower-bound', at: project.locate(node) }))
}
