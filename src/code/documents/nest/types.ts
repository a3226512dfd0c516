import ts from 'typescript'
import type { TextPlace, TextScalar, TextTree } from '../../../model/text-tree.js'
import { each } from '../../decorators/read-decorators.js'
import type { Value } from '../../values/value.js'
import { textList, textMap, textScalar, textUnknown } from '../trees.js'
import type { SwaggerContext } from './context.js'

const builtIn: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  String: [['type', 'string']],
  Number: [['type', 'number']],
  Boolean: [['type', 'boolean']],
  Object: [['type', 'object']],
  Date: [
    ['format', 'date-time'],
    ['type', 'string'],
  ],
  BigInt: [
    ['format', 'int64'],
    ['type', 'integer'],
  ],
}

/** The schema of what stands under `type`: a constructor, a class, a name, `[Pet]` or `() => Pet`. */
export function typeTree(context: SwaggerContext, value: Value, at: TextPlace): TextTree {
  const opened = lazy(context, value)
  if (opened.kind === 'literal' && typeof opened.value === 'string')
    return textMap([['type', textScalar(opened.value, at)]], at)
  if (opened.kind === 'import' && opened.module === 'global') {
    const words = builtIn[opened.name]
    if (words)
      return textMap(
        words.map(([key, word]) => [key, textScalar(word, at)] as const),
        at,
      )
  }
  if (opened.kind === 'array') {
    const [first] = opened.elements
    if (first && opened.elements.length === 1)
      return arrayOf(typeTree(context, context.project.values.evaluate(first), at), at)
  }
  if (opened.kind === 'enum') return enumTree(context, opened, at)
  return context.models.reference(opened, at) ?? textUnknown('the type that the decorator names was not followed', at)
}

export const arrayOf = (items: TextTree, at: TextPlace): TextTree =>
  textMap(
    [
      ['type', textScalar('array', at)],
      ['items', items],
    ],
    at,
  )

/** What a function without parameters returns: `() => Pet`. */
function lazy(context: SwaggerContext, value: Value): Value {
  if (value.kind !== 'function' || value.node.parameters.length > 0) return value
  const { body } = value.node
  if (!body || ts.isBlock(body)) return value
  return context.project.values.evaluate({ expression: body, scope: value.scope })
}

/** The schema of `enum`: a list, an enum or an object of constants. */
export function enumTree(context: SwaggerContext, value: Value, at: TextPlace): TextTree {
  const values = enumValues(context, lazy(context, value))
  if (values === undefined) return textUnknown('the values of the enum are not known before run time', at)
  const type = values.some((one) => typeof one === 'string')
    ? 'string'
    : values.some((one) => typeof one === 'boolean')
      ? 'boolean'
      : 'number'
  return textMap(
    [
      ['type', textScalar(type, at)],
      [
        'enum',
        textList(
          values.map((one) => textScalar(one, at)),
          at,
        ),
      ],
    ],
    at,
  )
}

function enumValues({ project }: SwaggerContext, value: Value): readonly TextScalar['value'][] | undefined {
  if (value.kind === 'enum') {
    const values = value.node.members.map((one) => project.checker.getConstantValue(one))
    return values.every((one) => one !== undefined) ? values : undefined
  }
  if (value.kind === 'array') {
    if (!value.complete) return undefined
    const values = each(project, value).map((one) => (one.kind === 'literal' ? one.value : undefined))
    return values.every((one) => one !== undefined) ? values : undefined
  }
  const data = project.values.literal(value)
  if (value.kind !== 'object' || !data.known || typeof data.value !== 'object' || data.value === null) return undefined
  const values: readonly unknown[] = Object.values(data.value)
  return values.every(isScalar) ? values : undefined
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
