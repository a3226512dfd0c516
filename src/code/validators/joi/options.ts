import type { Schema } from '../../../model/schema.js'
import { orAnything } from '../beside.js'
import { everywhere, uncast } from '../chains/uncast.js'

export const presenceTold = 'whether it may be left out is told by the options of the check'

/**
 * In every object of the schema `{ allowUnknown: true }` lets other keys pass and `{ stripUnknown: true }` drops them;
 * `{ convert: false }` takes values as they come, and `{ presence: 'required' }` asks for keys that do not say otherwise.
 */
export function underOptions(schema: Schema, options: unknown): Schema {
  if (options === null || typeof options !== 'object') return schema
  const given = new Map<string, unknown>(Object.entries(options))
  const presence = given.get('presence')
  const cast = given.get('convert') === false ? uncast(schema) : schema
  const asked = presence === undefined || presence === 'optional' ? cast : everywhere(cast, withDoubt)
  const strip = given.get('stripUnknown')
  const dropped = isSet(strip, 'arrays') ? everywhere(asked, withAnyItem) : asked
  if (strip === true || isSet(strip, 'objects')) return everywhere(dropped, (each) => withOthers(each, 'strip'))
  return given.get('allowUnknown') === true ? everywhere(dropped, (each) => withOthers(each, true)) : dropped
}

function isSet(option: unknown, name: string): boolean {
  return option !== null && typeof option === 'object' && new Map(Object.entries(option)).get(name) === true
}

/** Items that do not fit are dropped. */
function withAnyItem(schema: Schema): Schema {
  const { items, uniqueItems: _, maxItems: __, ...rest } = schema
  return typeof items === 'object' ? { ...rest, items: orAnything(items, 'items that do not fit are dropped') } : schema
}

function withOthers(schema: Schema, others: 'strip' | true): Schema {
  const { additionalProperties, ...rest } = schema
  if (additionalProperties !== false) return schema
  return others === 'strip' ? rest : { ...rest, additionalProperties: others }
}

function withDoubt(schema: Schema): Schema {
  const { properties, required = [] } = schema
  if (properties === undefined) return schema
  const entries = Object.entries(properties).map(([name, each]): [string, Schema] => [
    name,
    required.includes(name) ? each : { ...each, presence: presenceTold },
  ])
  return { ...schema, properties: Object.fromEntries(entries) }
}
