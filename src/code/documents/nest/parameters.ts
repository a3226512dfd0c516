import type ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import { classOfType } from '../../controllers/declared.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, each } from '../../decorators/read-decorators.js'
import { entryOf, isTrue, textList, textMap, textScalar, textUnknown } from '../trees.js'
import type { SwaggerContext } from './context.js'
import { propertiesOf } from './model-properties.js'
import { type Options, optionsOf } from './options.js'
import { schemaOf } from './property.js'

const places: Readonly<Record<string, string>> = { ApiParam: 'path', ApiQuery: 'query', ApiHeader: 'header' }

const open = 'what the decorators do not say of the parameters, reflection adds'

/** `parameters` of an operation: what decorators say over the method and the class, and the described class of a query. */
export function parametersOf(
  context: SwaggerContext,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
): TextTree {
  const stated = [handler, controller].flatMap((node) => statedAt(context, node))
  const names = new Set(stated.map((one) => `${one.place} ${one.name}`))
  const reflected = handler.parameters.flatMap((parameter) => ofQueryClass(context, parameter))
  const all = [...stated, ...reflected.filter((one) => !names.has(`${one.place} ${one.name}`))]
  return textList(
    all.map(({ tree }) => tree),
    context.place(handler.name),
    open,
  )
}

interface Stated {
  readonly place: string
  readonly name: string
  readonly tree: TextTree
}

function statedAt(context: SwaggerContext, node: ts.Node): readonly Stated[] {
  return decorationsOf(context.project, node)
    .filter((one): one is Decoration => one.module === '@nestjs/swagger')
    .flatMap((one) => (one.name === 'ApiHeaders' ? headersOf(context, one) : [one]))
    .flatMap((one) => {
      const place = places[one.name]
      return place === undefined
        ? []
        : parameterOf(context, place, optionsOf(context, one.args[0], context.place(one.node)))
    })
}

/** `@ApiHeaders([…])` as so many `@ApiHeader(…)`. */
function headersOf({ project }: SwaggerContext, one: Decoration): readonly Decoration[] {
  const [argument] = one.args
  const value = argument && project.values.evaluate(argument)
  if (value?.kind !== 'array') return []
  return value.elements.map((element) => ({ ...one, name: 'ApiHeader', args: [element] }))
}

function parameterOf(context: SwaggerContext, place: string, options: Options): readonly Stated[] {
  const named = entryOf(options.tree, 'name')
  // A nameless @ApiQuery describes a class, as reflection would.
  if (named?.kind !== 'scalar') return []
  const name = String(named.value)
  const required = entryOf(options.tree, 'required')
  const content = entryOf(options.tree, 'content')
  const schema = entryOf(options.tree, 'schema')
  const typed = place === 'header' ? headerSchema(context, options, schema) : schemaOf(context, options, schema)
  const tree = textMap(
    [
      ['name', textScalar(name, options.at)],
      ['in', textScalar(place, options.at)],
      // Only headers are optional where nothing is said.
      ['required', required ?? (place === 'header' ? undefined : textScalar(true, options.at))],
      ['deprecated', entryOf(options.tree, 'deprecated')],
      ['content', content],
      ['schema', content === undefined ? typed : undefined],
    ],
    options.at,
  )
  return [{ place, name, tree }]
}

/** A header is a string where nothing else is said. */
function headerSchema(context: SwaggerContext, options: Options, schema: TextTree | undefined): TextTree {
  if (options.value('enum') !== undefined) return schemaOf(context, options)
  const text = textMap([['type', textScalar('string', options.at)]], options.at)
  return schema?.kind === 'map'
    ? textMap([...text.entries, ...schema.entries], options.at, schema.incomplete)
    : (schema ?? text)
}

/** `@Query() query: ListPets`: each described property is a parameter. */
function ofQueryClass(context: SwaggerContext, parameter: ts.ParameterDeclaration): readonly Stated[] {
  const whole = decorationsOf(context.project, parameter).some((one) => {
    const [first] = one.module === '@nestjs/common' && one.name === 'Query' ? one.args : []
    if (one.module !== '@nestjs/common' || one.name !== 'Query') return false
    return first === undefined || each(context.project, context.project.values.evaluate(first))[0]?.kind !== 'literal'
  })
  const value = whole ? classOfType(context.project, parameter) : null
  const read = value && propertiesOf(context, value)
  if (!read) return []
  return [...read.properties.values()].map(({ name, required, schema, at }) => {
    const tree = textMap(
      [
        ['name', textScalar(name, at)],
        ['in', textScalar('query', at)],
        ['required', textScalar(required, at)],
        ['deprecated', isTrue(entryOf(schema, 'deprecated')) ? textScalar(true, at) : undefined],
        ['schema', schema.kind === 'unknown' ? textUnknown(schema.reason, at) : schema],
      ],
      at,
    )
    return { place: 'query', name, tree }
  })
}
