import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'
import type { KnownMiddleware } from './dialect.js'
import type { Demand } from './exchange.js'

const file: Schema = { inexact: 'a file, of which the code says nothing more' }

/** The fields of the form that hold files, as multer is told: `single('a')`, `array('a', 3)`, `fields([{ name: 'a' }])`. */
export function uploadsOf(project: Project, value: Value, known: KnownMiddleware): readonly Demand[] {
  if (known.parses !== 'multipart/form-data' || value.kind !== 'call') return []
  const [first] = value.node.arguments ?? []
  if (first === undefined) return []
  const given = { expression: first, scope: value.scope }
  const at = project.locate(first)
  return namesOf(project, value.method, given).map((name): Demand => {
    const properties = { [name]: { ...(value.method === 'single' ? file : many), at } }
    const schema: Schema = {
      type: ['object'],
      properties,
      additionalProperties: true,
      inexact: 'one field of the form',
    }
    return { place: 'upload', schema, strength: 'field', at }
  })
}

const many: Schema = { inexact: 'one file or several' }

function namesOf(project: Project, method: string | undefined, given: Reference): readonly string[] {
  const { values } = project
  const value = values.evaluate(given)
  if (method === 'single' || method === 'array')
    return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []
  if (method !== 'fields' || value.kind !== 'array') return []
  return value.elements.flatMap((each) => {
    const name = values.property(values.evaluate(each), 'name')
    return name.kind === 'literal' && typeof name.value === 'string' ? [name.value] : []
  })
}
