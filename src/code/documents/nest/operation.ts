import type ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import type { Route } from '../../adapters/nest/route.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorated, decorationsOf, lineageOf, plain } from '../../decorators/read-decorators.js'
import { entryOf, isTrue, textMap } from '../trees.js'
import { bodyOf } from './body.js'
import type { SwaggerContext } from './context.js'
import { optionsOf } from './options.js'
import { mayDecorate } from './own-decorators.js'
import { parametersOf } from './parameters.js'
import { responsesOf } from './responses.js'
import { securityOf } from './security.js'

/** What the decorators say of one operation. */
export function operationOf(context: SwaggerContext, { controller, handler }: Route): TextTree {
  const { project } = context
  const shared = [...lineageOf(project, controller)]
  const nodes = [...shared, handler]
  const types = (name: string, over: readonly ts.Node[]): readonly string[] => [
    ...new Set(over.flatMap((node) => decorated(project, node, name)).flatMap((one) => textsOf(context, one))),
  ]
  const produces = { shared: types('ApiProduces', shared), own: types('ApiProduces', nodes) }
  const [described] = decorated(project, handler, 'ApiOperation')
  const at = context.place(described?.node ?? handler.name)
  const options = optionsOf(context, described?.args[0], at)
  const lost = nodes.flatMap((node) => decorationsOf(project, node)).some(mayDecorate)
  const deprecated = entryOf(options.tree, 'deprecated')
  return textMap(
    [
      ['deprecated', isTrue(deprecated) ? deprecated : undefined],
      ['parameters', parametersOf(context, controller, handler)],
      ['requestBody', bodyOf(context, controller, handler, types('ApiConsumes', nodes))],
      ['responses', responsesOf(context, controller, handler, produces)],
      ['security', securityOf(context, controller, handler)],
    ],
    at,
    lost ? 'a decorator of the project may describe the operation, and was not followed' : undefined,
  )
}

/** The texts that a decorator is given, one an argument. */
function textsOf({ project }: SwaggerContext, { args }: Decoration): readonly string[] {
  return args.map((argument) => plain(project, argument)).filter((one) => typeof one === 'string')
}
