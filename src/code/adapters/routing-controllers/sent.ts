import type { Content, Header, Response } from '../../../model/endpoint.js'
import { serialise } from '../../controllers/serialise.js'
import type { Project } from '../../project.js'
import { intercepted, interceptorsOf } from './interceptors.js'
import type { Route } from './route.js'

/** An answer as the framework lets it go: through class-transformer and the interceptors, with the decorated headers. */
export function sentBy(
  project: Project,
  route: Route,
  response: Response,
  headers: readonly Header[],
  mediaType: string | null,
): Response {
  if (Number(response.status) >= 400) return response
  const interceptors = interceptorsOf(project, route)
  const contents = response.contents.map((content): Content => {
    const plain = route.server.transforms ? serialise(project, content.schema) : content.schema
    return { ...content, schema: intercepted(project, interceptors, plain), mediaType: mediaType ?? content.mediaType }
  })
  return { ...response, contents, headers: [...headers, ...response.headers] }
}
