import type { Endpoint } from '../../../model/endpoint.js'
import { decorationsOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Route } from './route.js'
import { packageName } from './vocabulary.js'

const reason =
  'what decorates an inherited action beside its path counts in some versions of routing-controllers, and in others not'

/** Whether it depends on the version of the framework what of the decorators of an inherited action is read. */
export function isDoubtful(project: Project, { routed, handler, controller }: Route): boolean {
  if (routed.parent === controller) return false
  const nodes = [...new Set([routed, handler])].flatMap((node) => [node, ...node.parameters])
  const known = nodes.flatMap((node) => decorationsOf(project, node)).filter(({ module }) => module === packageName)
  // The path and what it holds are there in any case.
  return known.filter((one) => one.module !== null && one.name !== 'Param').length > 1
}

/** An inherited action keeps its path; what its other decorators say, the framework may say or not. */
export function asInherited(project: Project, { routed }: Route, endpoint: Endpoint): Endpoint {
  const about = ['status', 'query', 'header', 'cookie', 'request', 'response-header'] as const
  const at = project.locate(routed.name)
  return {
    ...endpoint,
    responses: endpoint.responses.map((response) => ({ ...response, implied: true as const })),
    security: endpoint.security.kind === 'open' ? endpoint.security : { kind: 'unknown', reason },
    gaps: [...endpoint.gaps, ...about.map((each) => ({ about: each, reason, at }))],
  }
}
