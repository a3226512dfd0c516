import type { Spot } from '../library.js'
import { resolveMapping } from '../refs/mapping.js'
import { followBare } from '../refs/resolve.js'
import { child, children, textAt } from '../spot.js'
import type { SchemaContext } from './context.js'
import type { Draft } from './draft.js'

/** Reads `discriminator`: a name in 2.0, an object later; its mapping comes out as names of schemas. */
export function readDiscriminator(context: SchemaContext, spot: Spot, draft: Draft): void {
  const holder = child(spot, 'discriminator')
  const propertyName = textAt(spot, 'discriminator') ?? textAt(holder, 'propertyName')
  if (propertyName === undefined) return
  const mapping = children(holder === undefined ? undefined : child(holder, 'mapping')).flatMap(([value, target]) => {
    const name = target.node.kind === 'scalar' ? schemaName(context, target, String(target.node.value)) : undefined
    return name === undefined ? [] : [[value, name] as const]
  })
  draft.discriminator = { propertyName, ...(mapping.length === 0 ? {} : { mapping: Object.fromEntries(mapping) }) }
}

/** What leads nowhere is told as a problem already. */
function schemaName(context: SchemaContext, at: Spot, value: string): string | undefined {
  const first = resolveMapping(context.library, at.file, value)
  const found = first.ok ? followBare(context.library, first.spot) : first
  return found.ok ? context.names.of(found.spot) : undefined
}
