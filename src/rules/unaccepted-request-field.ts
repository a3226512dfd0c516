import type { Rule } from '../model/rule.js'
import { driftOf } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const unacceptedRequestField: Rule = {
  severity: 'error',
  summary: 'The document describes a request field that the code refuses, drops or does not take.',
  why: 'Clients send something that has no effect, or are refused.',
  fix: 'Remove the field from the request schema, or take it in the code.',
  example: {
    spec: documentOf(`
      /pets:
        post:
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [name]
                  properties:
                    name: { type: string }
                    nickname: { type: string }
          responses:
            '201': { description: created }
    `),
    code: appOf(`
      app.post('/pets', (req: Request<object, unknown, { name: string }>, res) => {
        res.sendStatus(201)
      })
    `),
  },
  *matched(pair) {
    for (const difference of pair.differences) {
      if (difference.aspect !== 'field' || difference.wider !== 'spec' || difference.part === 'response') continue
      yield driftOf(pair, difference, `${subject(difference)} is documented, but the code does not take it.`)
    }
  },
}
