import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from '../json-schema/context.js'
import { entriesOf } from '../json-schema/entries.js'

/** Names given as `['a', 'b']`, `Type.Union([Type.Literal('a'), …])` or `Type.KeyOf(…)`; null where they are not known. */
export function readKeys(value: Value, context: SchemaContext): readonly string[] | null {
  const plain = context.project.values.literal(value)
  if (plain.known && typeof plain.value === 'string') return [plain.value]
  if (plain.known && Array.isArray(plain.value)) return plain.value.filter((name) => typeof name === 'string')
  return keysOf(context.read(value, context))
}

/** The strings that a schema lists, where it lists strings only. */
export function keysOf(schema: Schema): readonly string[] | null {
  const values = schema.enum ?? schema.anyOf?.flatMap((option) => option.enum ?? [null])
  const names = values?.filter((value) => typeof value === 'string')
  return names !== undefined && names.length === values?.length ? names : null
}

/** The values of a TypeScript enum, or of an object that stands for one. */
export function readEnumValues(value: Value, context: SchemaContext): readonly (string | number)[] | null {
  const values =
    value.kind === 'enum'
      ? value.node.members.map((member) => context.project.checker.getConstantValue(member))
      : entriesOf(context.project, value).entries.map((entry) =>
          entry.value.kind === 'literal' ? entry.value.value : undefined,
        )
  const known = values.filter((entry) => typeof entry === 'string' || typeof entry === 'number')
  return known.length === values.length && known.length > 0 ? known : null
}
