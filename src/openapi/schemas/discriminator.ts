import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { resolveMapping } from '../refs/mapping.js'
import { followBare } from '../refs/resolve.js'
import { child, children, textAt } from '../spot.js'
import type { SchemaContext } from './context.js'
import type { Draft } from './draft.js'

interface Mapped {
  readonly value: string
  /** The schema that the value stands for, and its name. */
  readonly spot: Spot
  readonly name: string
}

/**
 * Reads `discriminator`: a name in 2.0, an object later; its mapping comes out as names of schemas. A variant that the
 * mapping names holds the values that lead to it, where it does not list values itself.
 */
export function readDiscriminator(context: SchemaContext, spot: Spot, draft: Draft): void {
  const holder = child(spot, 'discriminator')
  const propertyName = textAt(spot, 'discriminator') ?? textAt(holder, 'propertyName')
  if (propertyName === undefined) return
  const mapped = children(holder === undefined ? undefined : child(holder, 'mapping')).flatMap(([value, target]) =>
    target.node.kind === 'scalar' ? mappedTo(context, target, value, String(target.node.value)) : [],
  )
  const mapping = Object.fromEntries(mapped.map(({ value, name }) => [value, name]))
  draft.discriminator = { propertyName, ...(mapped.length === 0 ? {} : { mapping }) }
  for (const word of ['oneOf', 'anyOf'] as const) {
    const variants = draft[word]
    if (variants !== undefined) draft[word] = variants.map((variant) => told(variant, propertyName, mapped))
  }
}

/** What leads nowhere is told as a problem already. */
function mappedTo(context: SchemaContext, at: Spot, value: string, target: string): readonly Mapped[] {
  const first = resolveMapping(context.library, at.file, target)
  const found = first.ok ? followBare(context.library, first.spot) : first
  return found.ok ? [{ value, spot: found.spot, name: context.names.of(found.spot) }] : []
}

/** The variant with the values of the discriminator that lead to it: those of the mapping, and its own name. */
function told(variant: Schema, property: string, mapped: readonly Mapped[]): Schema {
  const leading = mapped.filter(({ name }) => name === variant.ref)
  const [first] = leading
  if (first === undefined || listsValues(first.spot, property)) return variant
  const values = [...new Set([...leading.map(({ value }) => value), first.name])]
  const { at } = variant
  const kind: Schema = { properties: { [property]: { enum: values } }, additionalProperties: true }
  return { allOf: [variant, kind], ...(at === undefined ? {} : { at }) }
}

function listsValues(spot: Spot, property: string): boolean {
  const members = child(spot, 'properties')
  const own = members && child(members, property)
  return own !== undefined && ['enum', 'const', '$ref', 'allOf'].some((word) => child(own, word) !== undefined)
}
