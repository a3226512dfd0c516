import type { Schema } from '../../model/schema.js'
import type { Arm, Form, Side } from './form.js'
import { intersect } from './intersect.js'
import { leafArms } from './leaf.js'
import { isBareReference, schemaNamed } from './lookup.js'
import { remembering } from './remembering.js'

const mostArms = 200

const forms = remembering<Form>()

/** The union of arms that a schema stands for: references followed, `allOf` merged, unions multiplied out. */
export function formOf(schema: Schema, side: Side): Form {
  return forms(schema, side, () => {
    const found = readOnce(schema, side, [])
    if (typeof found === 'string') return { unclear: found }
    return found.length > mostArms ? { unclear: 'it has too many variants' } : { arms: found }
  })
}

const readings = new WeakMap<Side, WeakMap<Schema, readonly Arm[] | string>>()

/** Each schema is read once, however many lead to it; what a circle comes to depends on where it was entered. */
function readOnce(schema: Schema, side: Side, via: readonly string[]): readonly Arm[] | string {
  const known = readings.get(side) ?? new WeakMap<Schema, readonly Arm[] | string>()
  readings.set(side, known)
  const remembered = known.get(schema)
  if (remembered !== undefined) return remembered
  const found = read(schema, side, via)
  if (typeof found !== 'string' || via.length === 0) known.set(schema, found)
  return found
}

/** The arms, or why there are none to be had. */
function read(schema: Schema, side: Side, via: readonly string[]): readonly Arm[] | string {
  // A bare reference is what it leads to; everything of a kind would only be intersected away.
  const factors: (readonly Arm[])[] = isBareReference(schema) ? [] : [leafArms(schema, side)]
  if (schema.ref !== undefined) {
    const target = schemaNamed(side.schemas, schema.ref)
    if (via.includes(schema.ref)) return `the schema ${schema.ref} is defined by itself`
    if (target === undefined) return `the schema ${schema.ref} was not found`
    const found = readOnce(target, side, [...via, schema.ref])
    if (typeof found === 'string') return found
    // A document is mended in the schema that it names; code is shown where it is used.
    const own = side.name === 'spec' && isBareReference(schema) ? undefined : schema.at
    factors.push(own === undefined ? found : found.map((arm) => ({ ...arm, at: own })))
  }
  for (const part of distinct(schema.allOf)) {
    const found = readOnce(part, side, via)
    if (typeof found === 'string') return found
    factors.push(found)
  }
  for (const options of [schema.anyOf, schema.oneOf]) {
    if (options === undefined || options.length === 0) continue
    const union: Arm[] = []
    for (const [index, option] of options.entries()) {
      const found = readOnce(option, side, via)
      if (typeof found === 'string') return found
      const chosen = options === schema.oneOf && options.length > 1
      union.push(
        ...(chosen ? found.map((arm) => ({ ...arm, choices: new Map(arm.choices).set(schema, index) })) : found),
      )
    }
    factors.push(union)
  }
  return doubted(schema, multiply(factors))
}

/** Of references that say the same, one. */
function distinct(parts: readonly Schema[] = []): readonly Schema[] {
  const named = new Set<string>()
  return parts.filter((part) => {
    if (part.ref === undefined || !isBareReference(part)) return true
    const isNew = !named.has(part.ref)
    named.add(part.ref)
    return isNew
  })
}

function multiply(factors: readonly (readonly Arm[])[]): readonly Arm[] | string {
  let product: readonly Arm[] | undefined
  for (const factor of factors) {
    if (product === undefined) product = factor
    else if (product.length * factor.length > mostArms * 50) return 'it has too many variants'
    else product = product.flatMap((left) => factor.flatMap((right) => intersect(left, right)))
    if (product.length > mostArms) return 'it has too many variants'
  }
  return product ?? []
}

function doubted(schema: Schema, arms: readonly Arm[] | string): readonly Arm[] | string {
  if (schema.inexact === undefined || typeof arms === 'string') return arms
  const doubt = { reason: schema.inexact }
  return arms.map((arm) => ({ ...arm, doubt }))
}
