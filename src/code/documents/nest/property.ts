import type { TextTree } from '../../../model/text-tree.js'
import { entryOf, isTrue, textList, textMap, textScalar, textUnknown, without } from '../trees.js'
import { reflected, type SwaggerContext } from './context.js'
import type { Options } from './options.js'
import { arrayOf, enumTree, typeTree } from './types.js'

/** Words that are about the property or the parameter, not about its values, and those that are read by themselves. */
const taken: ReadonlySet<string> = new Set([
  ...['name', 'in', 'required', 'type', 'isArray', 'enum', 'enumName', 'enumSchema', 'selfRequired', 'link', 'status'],
  ...[
    'description',
    'example',
    'examples',
    'schema',
    'content',
    'style',
    'explode',
    'allowReserved',
    'allowEmptyValue',
  ],
])

/** Words that a list hands on to its items. */
const ofItems: ReadonlySet<string> = new Set(['format', 'maximum', 'maxLength', 'minimum', 'minLength', 'pattern'])

/**
 * The schema that a decorator's options describe. What they leave to reflection is unknown, unless `fallback` knows it;
 * combinators replace the type.
 */
export function schemaOf(context: SwaggerContext, options: Options, fallback?: TextTree): TextTree {
  const { tree, at } = options
  if (tree.kind !== 'map') return textUnknown(tree.kind === 'unknown' ? tree.reason : 'these are no options', at)
  if (tree.incomplete !== undefined) return textUnknown(tree.incomplete, at)
  const words = without(tree, taken)
  const base = baseOf(context, options) ?? fallback
  const combined = ['oneOf', 'anyOf', 'allOf'].filter((name) => tree.entries.has(name))
  const bracketed = options.value('type')?.kind === 'array'
  const listed = isTrue(tree.entries.get('isArray')) || literalType(tree) === 'array'
  if (listed || bracketed) return list(words, bracketed ? entryOf(base, 'items') : base, combined, at)
  if (combined.length > 0) return textMap(words, at)
  if (base === undefined) return textUnknown(reflected, at)
  if (base.kind !== 'map' || words.length === 0) return base
  if (entryOf(base, '$ref') === undefined) return textMap([...base.entries, ...words], at, base.incomplete)
  const nullable: readonly (readonly [string, TextTree])[] = isTrue(entryOf(tree, 'nullable'))
    ? [['type', textScalar('object', at)]]
    : []
  return textMap([...words, ...nullable, ['allOf', textList([base], at)]], at)
}

function list(
  words: readonly (readonly [string, TextTree])[],
  base: TextTree | undefined,
  combined: readonly string[],
  at: TextTree['at'],
): TextTree {
  const given = words.find(([key]) => key === 'items')?.[1]
  const own =
    combined.length > 0
      ? textMap(
          words.filter(([key]) => combined.includes(key)),
          at,
        )
      : undefined
  const moved = words.filter(([key]) => ofItems.has(key))
  const items = own ?? given ?? base ?? textUnknown(reflected, at)
  const whole =
    items.kind === 'map' && moved.length > 0 ? textMap([...items.entries, ...moved], at, items.incomplete) : items
  const rest = words.filter(([key]) => key !== 'items' && !combined.includes(key) && !ofItems.has(key))
  return textMap([...rest, ['type', textScalar('array', at)], ['items', whole]], at)
}

const literalType = (tree: TextTree): unknown => {
  const type = entryOf(tree, 'type')
  return type?.kind === 'scalar' ? type.value : undefined
}

/** What `enum` or `type` say; undefined where neither is there. */
function baseOf(context: SwaggerContext, options: Options): TextTree | undefined {
  const listed = options.value('enum')
  if (listed !== undefined) return enumTree(context, listed, options.place('enum'))
  const type = options.value('type')
  if (type === undefined || literalType(options.tree) === 'array') return undefined
  return typeTree(context, type, options.place('type'))
}

/** The schema of a response or a body: `schema` as it stands, else `type`; undefined where neither is there. */
export function payloadOf(context: SwaggerContext, options: Options): TextTree | undefined {
  const at = options.place('type')
  const schema = entryOf(options.tree, 'schema')
  const base = baseOf(context, options)
  if (base === undefined) return schema
  const whole = isTrue(entryOf(options.tree, 'isArray')) ? arrayOf(base, at) : base
  if (!isTrue(entryOf(options.tree, 'nullable'))) return whole
  return textMap([['oneOf', textList([whole, textMap([['type', textScalar('null', at)]], at)], at)]], at)
}
