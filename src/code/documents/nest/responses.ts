import type ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import { httpStatus } from '../../adapters/nest/http-status.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, lineageOf } from '../../decorators/read-decorators.js'
import { entryOf, textMap, textScalar, textUnknown } from '../trees.js'
import type { SwaggerContext } from './context.js'
import { type Options, optionsOf } from './options.js'
import { payloadOf } from './property.js'

/** Statuses whose answers have no body by their nature. */
const bodiless = /^(1..|204|205|304)$/

/** `responses` of an operation: those of the class, those of the method over them. */
export function responsesOf(
  context: SwaggerContext,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
  produces: { readonly shared: readonly string[]; readonly own: readonly string[] },
): TextTree {
  const shared = [...lineageOf(context.project, controller)].reverse().flatMap((node) => statedAt(context, node))
  const own = statedAt(context, handler)
  const entries = new Map([
    ...shared.map(([status, options]) => [status, responseOf(context, status, options, produces.shared)] as const),
    ...own.map(([status, options]) => [status, responseOf(context, status, options, produces.own)] as const),
  ])
  const silent = own.length === 0 ? 'no decorator says what the operation answers' : undefined
  return textMap(
    entries,
    context.place(handler.name),
    entries.has('*') ? 'the status of a response is not known' : silent,
  )
}

/** The responses that decorators over a node state; of two for one status the upper one is applied last. */
function statedAt(context: SwaggerContext, node: ts.Node): readonly (readonly [string, Options])[] {
  return decorationsOf(context.project, node)
    .filter((one): one is Decoration => one.module === '@nestjs/swagger')
    .flatMap((one): (readonly [string, Options])[] => {
      const status = statusOf(one.name)
      if (status === undefined) return []
      const options = optionsOf(context, one.args[0], context.place(one.node))
      return [[status === '' ? statedStatus(options) : status, options] as const]
    })
    .reverse()
}

/** The status in the name of a decorator: `ApiNotFoundResponse`; empty where its options tell it, undefined for others. */
function statusOf(name: string): string | undefined {
  if (name === 'ApiResponse') return ''
  if (name === 'ApiDefaultResponse') return 'default'
  const status = name.match(/^Api(\w+)Response$/)?.[1]
  return status === undefined ? undefined : statuses.get(status)
}

const statedStatus = ({ tree }: Options): string => {
  const status = entryOf(tree, 'status')
  if (status === undefined) return 'default'
  return status.kind === 'scalar' ? String(status.value) : '*'
}

function responseOf(context: SwaggerContext, status: string, options: Options, produces: readonly string[]): TextTree {
  const { tree, at } = options
  if (tree.kind === 'unknown') return textUnknown(tree.reason, at)
  const stated = entryOf(tree, 'content')
  const headers = entryOf(tree, 'headers')
  const payload = stated === undefined ? payloadOf(context, options) : undefined
  const content = stated ?? (payload && contentOf(payload, produces))
  const silent = content === undefined && !bodiless.test(status) ? 'the decorator says nothing of the body' : undefined
  return textMap(
    [
      ['description', textScalar('', at)],
      ['content', content],
      ['headers', headers],
    ],
    at,
    silent,
  )
}

/** One schema under each media type. */
export const contentOf = (schema: TextTree, types: readonly string[]): TextTree =>
  textMap(
    (types.length === 0 ? ['application/json'] : types).map(
      (type) => [type, textMap([['schema', schema]], schema.at)] as const,
    ),
    schema.at,
  )

/** The decorators that @nestjs/swagger makes of `HttpStatus`: `NOT_FOUND` gives `ApiNotFoundResponse`. */
const statuses: ReadonlyMap<string, string> = new Map(
  Object.entries(httpStatus).map(([name, code]) => {
    const words = name.split('_').map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`)
    return [words.join(''), String(code)]
  }),
)
