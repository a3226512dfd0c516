import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import { anyOf } from './alternatives.js'
import type { Draft, DraftProperty } from './draft.js'

const most = 8

export const emptyDraft: Draft = { properties: new Map() }

/** Sets one property in every alternative; without a value it goes, as `undefined` hides what stood there. */
export function withProperty(
  drafts: readonly Draft[],
  name: string,
  property: DraftProperty | undefined,
): readonly Draft[] {
  return drafts.map((draft) => {
    const properties = new Map(draft.properties)
    if (property === undefined) properties.delete(name)
    else properties.set(name, property)
    return { ...draft, properties }
  })
}

/** Spreads one of several objects over each of several objects. */
export function withSpread(drafts: readonly Draft[], spread: readonly Draft[]): readonly Draft[] {
  const over = asOptional(spread)
  if (drafts.length * over.length > most) return [{ ...emptyDraft, open: 'too many variants of one object' }]
  return drafts.flatMap((draft) => over.map((other) => merge(draft, other)))
}

/** Marks every alternative as open. */
export function opened(drafts: readonly Draft[], reason: string): readonly Draft[] {
  return drafts.map((draft) => ({ ...draft, open: draft.open ?? reason }))
}

/** Either nothing or one property is that property, optional. */
function asOptional(spread: readonly Draft[]): readonly Draft[] {
  const filled = spread.filter(({ properties, open }) => properties.size > 0 || open !== undefined)
  const [only] = filled
  if (filled.length === spread.length || filled.length !== 1 || only === undefined || only.open !== undefined)
    return spread
  const required = [...only.properties.values()].filter((property) => property.required).length
  if (required > 1 || (required === 1 && only.properties.size > 1)) return spread
  return [
    { properties: new Map([...only.properties].map(([name, { schema }]) => [name, { schema, required: false }])) },
  ]
}

function merge(below: Draft, above: Draft): Draft {
  const properties = new Map(below.properties)
  if (above.open !== undefined) {
    for (const name of properties.keys()) properties.set(name, { schema: { inexact: above.open }, required: true })
  }
  for (const [name, property] of above.properties) {
    const covered = properties.get(name)
    const shines = !property.required && covered !== undefined
    properties.set(
      name,
      shines ? { schema: anyOf([covered.schema, property.schema]), required: covered.required } : property,
    )
  }
  const open = below.open ?? above.open
  return { properties, ...(open === undefined ? {} : { open }) }
}

/** The finished object; several alternatives stay alternatives. */
export function finish(drafts: readonly Draft[], at: Location): Schema {
  return { ...anyOf(drafts.map(finishOne)), at }
}

function finishOne({ properties, open }: Draft): Schema {
  const required = [...properties].filter(([, property]) => property.required).map(([name]) => name)
  return {
    type: ['object'],
    ...(properties.size === 0
      ? {}
      : { properties: Object.fromEntries([...properties].map(([name, { schema }]) => [name, schema])) }),
    ...(required.length === 0 ? {} : { required }),
    ...(open === undefined ? {} : { additionalProperties: true, inexact: open }),
    ...(open === undefined && properties.size === 0 ? { additionalProperties: false } : {}),
  }
}
