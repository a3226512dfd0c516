import ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, lineageOf, plain } from '../../decorators/read-decorators.js'
import { textList, textMap, textUnknown } from '../trees.js'
import type { SwaggerContext } from './context.js'

/** The name of the scheme where a decorator names none. */
const byDefault: Readonly<Record<string, string>> = {
  ApiBearerAuth: 'bearer',
  ApiBasicAuth: 'basic',
  ApiCookieAuth: 'cookie',
  ApiOAuth2: 'oauth2',
  ApiSecurity: '',
}

/** `security` of an operation: what decorators demand over the class and the method; undefined where none does. */
export function securityOf(
  context: SwaggerContext,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
): TextTree | undefined {
  const { project } = context
  const demands = [...lineageOf(project, controller), handler].flatMap((node) =>
    decorationsOf(project, node).filter(
      (one): one is Decoration => one.module === '@nestjs/swagger' && byDefault[one.name] !== undefined,
    ),
  )
  const [first] = demands
  if (first === undefined) return undefined
  return textList(
    demands.map((one) => requirement(context, one)),
    context.place(first.node),
  )
}

function requirement(context: SwaggerContext, { name, args, node }: Decoration): TextTree {
  const at = context.place(node)
  const argument = name === 'ApiOAuth2' ? args[1] : args[0]
  const stated = argument === undefined ? byDefault[name] : plain(context.project, argument)
  if (typeof stated === 'string') return textMap([[stated, textList([], at)]], at)
  if (typeof stated !== 'object' || stated === null)
    return textMap([[argument?.expression.getText() ?? name, textList([], at)]], at)
  return textMap(
    Object.keys(stated).map((scheme) => [scheme, textList([], at)] as const),
    at,
  )
}

/** What the builder of the document demands of every operation: `addSecurityRequirements('bearer')`. */
export function globalSecurity(context: SwaggerContext, calls: readonly ts.CallExpression[]): TextTree | undefined {
  const demands = calls.filter((call) => calledName(call) === 'addSecurityRequirements')
  const [first] = demands
  if (first === undefined) return undefined
  const at = context.place(first)
  const items = demands.map((call) => {
    const [argument] = call.arguments
    const named = argument && ts.isStringLiteralLike(argument) ? argument.text : undefined
    return named === undefined
      ? textUnknown('a security requirement of the builder is not a literal', at)
      : textMap([[named, textList([], at)]], at)
  })
  return textList(items, at)
}

export const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
