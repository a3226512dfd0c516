import type { Gap, Response } from '../../../model/endpoint.js'
import { decorated, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Route } from './route.js'

/** The answers of a handler that takes `@Res()` and answers by itself; null where it returns its value. */
export function readOwnAnswers(
  project: Project,
  route: Route,
): { readonly responses: readonly Response[]; readonly gaps: readonly Gap[] } | null {
  const parameter = route.handler.parameters.find(
    (one) => decorated(project, one, 'Res', 'Response', 'Next').length > 0,
  )
  if (!parameter) return null
  const options = plain(project, decorated(project, parameter, 'Res', 'Response')[0]?.args[0])
  if (
    typeof options === 'object' &&
    options !== null &&
    Object.entries(options).some(([key, value]) => key === 'passthrough' && value === true)
  )
    return null
  return {
    responses: [],
    gaps: [{ about: 'status', reason: 'the handler answers by itself', at: project.locate(parameter) }],
  }
}
