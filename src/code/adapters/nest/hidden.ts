import type ts from 'typescript'
import { decorated, lineageOf, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'

/** Whether decorators keep an endpoint out of the document: `@ApiExcludeEndpoint()`, `@ApiExcludeController()`. */
export function isHidden(
  project: Project,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
): boolean {
  const own = decorated(project, handler, 'ApiExcludeEndpoint', 'ApiWebhook')
  const whole = [...lineageOf(project, controller)].flatMap((node) => decorated(project, node, 'ApiExcludeController'))
  return [...own, ...whole].some(({ args }) => args[0] === undefined || plain(project, args[0]) !== false)
}
