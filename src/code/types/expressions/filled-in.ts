import type { Schema, Schemas } from '../../../model/schema.js'
import { isUnknown } from '../unknown.js'

/** What is written, with the declared type where what is written says nothing: `const user: User = { name: row.name }`. */
export function filledIn(written: Schema, declared: Schema, schemas: Schemas): Schema {
  const type = declared.ref === undefined ? declared : schemas[declared.ref]
  if (isUnknown(written)) return isUnknown(declared) ? written : declared
  if (written.properties === undefined || type?.properties === undefined) return written
  const properties = Object.fromEntries(
    Object.entries(written.properties).map(([name, schema]) => {
      const other = type.properties?.[name]
      return [name, other === undefined ? schema : filledIn(schema, other, schemas)]
    }),
  )
  return { ...written, properties }
}
