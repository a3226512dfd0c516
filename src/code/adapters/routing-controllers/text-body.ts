import type { Body } from '../../../model/endpoint.js'
import { express } from '../../handlers/dialects/express.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Route } from './route.js'

/** The body of an action that answers no JSON: the framework reads it as text, unless a parser before it has read it. */
export function asRead(project: Project, { json, server }: Route, body: Body, before: readonly Reference[]): Body {
  const [first] = body.contents
  if (json || server.koa || first?.mediaType !== 'application/json') return body
  const known = before.map((reference) => express.known(project.values.evaluate(reference)))
  if (known.some((one) => one?.parses === 'application/json')) return body
  const unread = known.includes(null)
  const content = unread
    ? { mediaType: '*/*', schema: { inexact: 'a middleware that is not known may have parsed it' } }
    : {
        mediaType: 'text/plain',
        schema: { type: ['string'] as const, inexact: 'text of which the framework makes more' },
      }
  return { ...body, contents: [{ ...first, ...content }] }
}
