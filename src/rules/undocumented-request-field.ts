import type { Rule } from '../model/rule.js'
import { driftOf } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const undocumentedRequestField: Rule = {
  severity: 'error',
  summary: 'The code accepts a request field that the document does not mention.',
  why: 'Clients cannot send what they cannot read about.',
  fix: 'Describe the field in the request schema, or stop taking it.',
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
          responses:
            '201': { description: created }
    `),
    code: appOf(`
      app.post('/pets', (req: Request<object, unknown, { name: string; nickname?: string }>, res) => {
        res.sendStatus(201)
      })
    `),
  },
  *matched(pair) {
    for (const difference of pair.differences) {
      if (difference.aspect !== 'field' || difference.wider !== 'code' || difference.part === 'response') continue
      yield driftOf(pair, difference, `${subject(difference)} is accepted by the code but not documented.`)
    }
  },
}
