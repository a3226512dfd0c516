import type { TextPlace, TextTree } from '../../../model/text-tree.js'
import { httpStatus } from '../../adapters/nest/http-status.js'
import { member } from '../../decorators/read-decorators.js'
import type { Reference, Value } from '../../values/value.js'
import { treeOf } from '../tree.js'
import { entryOf, textList, textMap, textScalar } from '../trees.js'
import type { SwaggerContext } from './context.js'

/** The object that a decorator is given: as a tree, and its members as values for what is no literal, such as a class. */
export interface Options {
  readonly tree: TextTree
  readonly at: TextPlace
  value(name: string): Value | undefined
  place(name: string): TextPlace
}

/** Reads the options of a decorator; where it has none they are empty. */
export function optionsOf(context: SwaggerContext, argument: Reference | undefined, at: TextPlace): Options {
  if (argument === undefined) return { tree: textMap([], at), at, value: () => undefined, place: () => at }
  const value = context.project.values.evaluate(argument)
  const tree = treeOf(
    context.project,
    argument,
    context.home,
    (foreign, place) => named(foreign, place) ?? pathOf(context, foreign, place),
  )
  return {
    tree,
    at,
    value: (name) => member(context.project, value, name),
    place: (name) => entryOf(tree, name)?.at ?? at,
  }
}

/** `HttpStatus.OK` as a number. */
function named(value: Value, at: TextPlace): TextTree | undefined {
  if (value.kind !== 'import' || value.module !== '@nestjs/common' || !value.name.startsWith('HttpStatus.'))
    return undefined
  const status = httpStatus[value.name.slice('HttpStatus.'.length)]
  return status === undefined ? undefined : textScalar(status, at)
}

/** `getSchemaPath(Pet)` as the text of a `$ref`, `refs(Pet, Dog)` as a list of them. */
function pathOf(context: SwaggerContext, value: Value, at: TextPlace): TextTree | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.module !== '@nestjs/swagger')
    return undefined
  const models = value.node.arguments?.map((expression) =>
    context.project.values.evaluate({ expression, scope: value.scope }),
  )
  if (models === undefined) return undefined
  if (value.callee.name === 'refs') {
    const found = models.map((model) => context.models.reference(model, at))
    return textList(
      found.filter((one) => one !== undefined),
      at,
    )
  }
  const [model] = models
  if (value.callee.name !== 'getSchemaPath' || model === undefined) return undefined
  if (model.kind === 'literal') return textScalar(`#/components/schemas/${String(model.value)}`, at)
  return entryOf(context.models.reference(model, at), '$ref')
}
