import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell } from './gaps.js'

export const unimplementedEndpoint: Rule = {
  severity: 'error',
  summary: 'The document describes an endpoint that the code does not serve.',
  why: 'Clients call it and get a 404.',
  fix: 'Remove the operation from the document, or serve it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
        delete:
          responses:
            '204': { description: all gone }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *unimplemented({ spec, unresolved }) {
    const address = { part: 'endpoint', status: null, mediaType: null, pointer: '' } as const
    if (spec.method === 'OPTIONS' || spec.method === 'TRACE') {
      yield cannotTell(address, `${spec.method} is answered by frameworks and middleware without a route`)
      return
    }
    const [first] = unresolved
    yield {
      ...address,
      message: `${spec.method} ${spec.path} is documented but not served by the code${first ? ' that could be followed' : ''}.`,
      spec: spec.at,
      code: null,
      proof: null,
      // A router that could not be followed may serve it: likely drift, but not proven.
      ...(first
        ? {
            severity: 'warning' as const,
            fix: `Remove the operation from the document, or serve it; or see whether what could not be followed serves it (${first.at.file}:${first.at.line}, "tattletype routes" lists all).`,
          }
        : {}),
    }
  },
}
