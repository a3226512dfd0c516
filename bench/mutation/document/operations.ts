import { escapeStep, isMap, mapAt, nodeAt, type RawMap, targetOf, textsAt, valueAt } from './raw.js'

/** An entry of a list of parameters: where it stands, and where the parameter is written. */
export interface ParameterEntry {
  readonly list: string
  readonly index: number
  readonly at: string
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
}

export interface ResponseEntry {
  readonly status: string
  /** In the operation; the response itself may be written elsewhere. */
  readonly entry: string
  readonly at: string
}

export interface Operation {
  readonly method: string
  readonly path: string
  readonly at: string
  readonly parameters: readonly ParameterEntry[]
  /** Where the request body is written, and where the operation names it. */
  readonly body: { readonly entry: string; readonly at: string } | null
  readonly responses: readonly ResponseEntry[]
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

/** The operations of a document, read from its text alone. */
export function operationsOf(document: RawMap): Operation[] {
  return Object.entries(mapAt(document, 'paths')).flatMap(([path, item]) => {
    if (!isMap(item)) return []
    const above = `/paths/${escapeStep(path)}`
    return methods.filter((method) => isMap(item[method])).map((method) => operationOf(document, path, above, method))
  })
}

function operationOf(document: RawMap, path: string, above: string, method: string): Operation {
  const at = `${above}/${method}`
  const operation = nodeAt(document, at)
  const bodyEntry = `${at}/requestBody`
  return {
    method: method.toUpperCase(),
    path,
    at,
    parameters: [`${above}/parameters`, `${at}/parameters`].flatMap((list) => parametersIn(document, list)),
    body: isMap(operation.requestBody) ? { entry: bodyEntry, at: follow(document, bodyEntry) } : null,
    responses: Object.keys(mapAt(operation, 'responses')).map((status) => {
      const entry = `${at}/responses/${status}`
      return { status, entry, at: follow(document, entry) }
    }),
  }
}

function parametersIn(document: RawMap, list: string): ParameterEntry[] {
  const entries = valueAt(document, list)
  if (!Array.isArray(entries)) return []
  return entries.map((_, index): ParameterEntry => {
    const at = follow(document, `${list}/${index}`)
    const { name, in: where } = nodeAt(document, at)
    if (typeof name !== 'string') throw new Error(`a parameter without a name at ${at}`)
    if (where !== 'path' && where !== 'query' && where !== 'header' && where !== 'cookie')
      throw new Error(`a parameter without a place at ${at}`)
    return { list, index, at, name, in: where }
  })
}

/** Where the thing is written that stands, or is referred to, at a pointer. */
export function follow(document: RawMap, pointer: string): string {
  const target = targetOf(valueAt(document, pointer))
  return target === undefined ? pointer : follow(document, target)
}

/** The pointers of a body's schemas by media type. */
export function contentsOf(document: RawMap, holder: string): { mediaType: string; schema: string }[] {
  return Object.entries(mapAt(nodeAt(document, holder), 'content'))
    .filter(([, content]) => isMap(content) && isMap(content.schema))
    .map(([mediaType]) => ({ mediaType, schema: `${holder}/content/${escapeStep(mediaType)}/schema` }))
}

export const requiredOf = (node: RawMap): string[] => textsAt(node, 'required')
