import type { Rule } from '../model/rule.js'
import { mediaTypes } from './bodies.js'
import { appOf, documentOf } from './example.js'
import { responsePairs } from './responses.js'

export const mediaTypeMismatch: Rule = {
  severity: 'error',
  summary: 'The code sends or takes another content type than the document says.',
  why: 'Clients ask for, send or parse the wrong format.',
  fix: 'Write the media type that the code has.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '200':
              description: the pets
              content:
                text/csv: { schema: { type: string } }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.json({ total: 0 })
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch) return
    if (spec.body && code.body) yield* mediaTypes({ part: 'request', status: null }, spec.body, code.body, code)
    for (const { documented, served } of responsePairs(spec, code)) {
      yield* mediaTypes({ part: 'response', status: documented.status }, documented, served, code)
    }
  },
}
