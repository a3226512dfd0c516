import type ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import { decorated, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { textList, textMap, textScalar, textUnknown } from '../trees.js'
import type { ModelProperties, Models, SwaggerContext } from './context.js'

/** How the properties of a class, or of what is made of classes, are read. */
type ReadProperties = (context: SwaggerContext, value: Value) => ModelProperties | undefined

/** Collects the classes that are referred to; `context` is asked once the collecting begins. */
export function modelsOf(context: () => SwaggerContext, read: ReadProperties): Models {
  const names = new Map<ts.Node, string>()
  const schemas = new Map<string, TextTree>()
  return {
    reference(value, at) {
      if (value.kind !== 'class' && value.kind !== 'call') return undefined
      const known = names.get(value.node)
      if (known !== undefined) return refTo(known, at)
      const name = free(nameOf(context().project, value), schemas)
      names.set(value.node, name)
      // Taken before it is read, for a class that holds itself.
      schemas.set(name, textUnknown('the class holds itself', at))
      const properties = read(context(), value)
      if (properties === undefined) {
        names.delete(value.node)
        schemas.delete(name)
        return undefined
      }
      schemas.set(name, schemaOf(context(), value.node, properties))
      return refTo(name, at)
    },
    schemas: () => schemas,
  }
}

const refTo = (name: string, at: TextTree['at']): TextTree =>
  textMap([['$ref', textScalar(`#/components/schemas/${name}`, at)]], at)

function nameOf(project: Project, value: Extract<Value, { kind: 'class' | 'call' }>): string {
  if (value.kind === 'call') return 'Mapped'
  const stated = plain(project, decorated(project, value.node, 'ApiSchema')[0]?.args[0])
  if (typeof stated === 'object' && stated !== null && 'name' in stated && typeof stated.name === 'string')
    return stated.name
  return value.node.name?.text ?? 'Class'
}

function free(wished: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wished
  for (let turn = 2; taken.has(name); turn++) name = `${wished}_${turn}`
  return name
}

function schemaOf(context: SwaggerContext, node: ts.Node, { properties, incomplete }: ModelProperties): TextTree {
  const at = context.place(node)
  const all = [...properties.values()]
  if (all.length === 0) return textUnknown(incomplete ?? 'no decorator describes a property of the class', at)
  const required = all.filter((one) => one.required)
  return textMap(
    [
      ['type', textScalar('object', at)],
      [
        'properties',
        textMap(
          all.map((one) => [one.name, moved(one.schema, one.at)] as const),
          at,
        ),
      ],
      [
        'required',
        required.length === 0
          ? undefined
          : textList(
              required.map((one) => textScalar(one.name, one.at)),
              at,
            ),
      ],
      ['additionalProperties', incomplete === undefined ? undefined : textUnknown(incomplete, at)],
    ],
    at,
  )
}

/** A property is shown where it is declared, not where its type is named. */
const moved = (tree: TextTree, at: TextTree['at']): TextTree => ({ ...tree, at })
