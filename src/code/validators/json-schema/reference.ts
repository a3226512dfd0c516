import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from './context.js'

/** What `$ref` leads to: `#`, `#/definitions/x`, `id#`, `id` or `id#/definitions/x`. */
export function resolveReference(reference: Value, context: SchemaContext): Schema {
  const text = reference.kind === 'literal' && typeof reference.value === 'string' ? reference.value : null
  if (text === null) return { inexact: 'a $ref that is not a literal' }
  const [id = '', pointer = ''] = text.split('#')
  const root = id === '' ? context.root : (context.shared.get(id) ?? null)
  if (root === null) return { inexact: `no schema ${text} was added where it can be seen` }
  const target = follow(root, pointer, context)
  return context.read(target, id === '' ? context : { ...context, root })
}

function follow(root: Value, pointer: string, context: SchemaContext): Value {
  let target = root
  for (const segment of pointer.split('/').slice(1)) {
    target = context.project.values.property(
      target,
      decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'),
    )
  }
  return target
}
