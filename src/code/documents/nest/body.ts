import ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import { classOfType } from '../../controllers/declared.js'
import { decorated, decorationsOf } from '../../decorators/read-decorators.js'
import { entryOf, textMap, textScalar, textUnknown } from '../trees.js'
import { reflected, type SwaggerContext } from './context.js'
import { optionsOf } from './options.js'
import { payloadOf } from './property.js'
import { contentOf } from './responses.js'

/** `requestBody` of an operation: what `@ApiBody` says, else the described class of `@Body()`. */
export function bodyOf(
  context: SwaggerContext,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
  consumes: readonly string[],
): TextTree | undefined {
  const { project } = context
  const stated = [handler, controller].flatMap((node) => decorated(project, node, 'ApiBody'))[0]
  if (stated === undefined) return reflectedBody(context, handler, consumes)
  const options = optionsOf(context, stated.args[0], context.place(stated.node))
  const { at } = options
  if (options.tree.kind === 'unknown') return textUnknown(options.tree.reason, at)
  const schema = payloadOf(context, options)
  const content = entryOf(options.tree, 'content') ?? (schema && contentOf(schema, consumes))
  const required = entryOf(options.tree, 'required') ?? textScalar(true, at)
  if (content === undefined || required.kind === 'unknown') return textUnknown(reflected, at)
  return textMap(
    [
      ['required', required],
      ['content', content],
    ],
    at,
  )
}

function reflectedBody(
  context: SwaggerContext,
  handler: ts.MethodDeclaration,
  consumes: readonly string[],
): TextTree | undefined {
  for (const parameter of handler.parameters) {
    const body = decorationsOf(context.project, parameter).find((one) => one.module !== null && takesBody(one.name))
    if (body === undefined) continue
    const at = context.place(parameter)
    const named = body.module !== null && body.args.some(({ expression }) => ts.isStringLiteralLike(expression))
    const value =
      named || ts.isArrayTypeNode(parameter.type ?? parameter) ? null : classOfType(context.project, parameter)
    const schema = value && context.models.reference(value, at)
    if (!schema || body.module === null || body.name !== 'Body') return textUnknown(reflected, at)
    return textMap(
      [
        ['required', textScalar(true, at)],
        ['content', contentOf(schema, consumes)],
      ],
      at,
    )
  }
  // A handler that reads the request itself may take a body that nothing describes.
  return undefined
}

const takesBody = (name: string): boolean => /^(Body|RawBody|UploadedFiles?)$/.test(name)
