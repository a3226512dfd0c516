import type { Content, Header, Response } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { serialise } from '../../controllers/serialise.js'
import type { WriteOptions } from '../../controllers/write-options.js'
import type { Project } from '../../project.js'
import { intercepted, interceptorsOf } from './interceptors.js'
import { plainOptions } from './plain-options.js'
import type { Route } from './route.js'

/** An answer as the framework lets it go: through class-transformer and the interceptors, with the decorated headers. */
export function sentBy(
  project: Project,
  route: Route,
  response: Response,
  headers: readonly Header[],
  mediaType: string | null,
): Response {
  if (Number(response.status) >= 400) {
    if (!route.server.answersErrors || route.server.koa) return response
    // The default error handler sends them too, where it was the action that failed.
    const sometimes = headers.map(({ required: _required, ...header }): Header => header)
    return { ...response, headers: [...sometimes, ...response.headers] }
  }
  const written = plainOptions(project, route)
  const interceptors = interceptorsOf(project, route)
  const contents = response.contents.map((content): Content => {
    const plain = asWritten(project, content.schema, written)
    return { ...content, schema: intercepted(project, interceptors, plain), mediaType: mediaType ?? content.mediaType }
  })
  return { ...response, contents, headers: [...headers, ...response.headers] }
}

function asWritten(project: Project, schema: Schema, options: WriteOptions | 'unread' | null): Schema {
  if (options === null) return schema
  if (options !== 'unread') return serialise(project, schema, options)
  return schema.ref === undefined && schema.properties === undefined && schema.items === undefined
    ? schema
    : { inexact: 'the options of class-transformer choose what is sent' }
}
