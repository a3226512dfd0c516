import type { Rule } from '../model/rule.js'
import { requestBodies, responseBodies } from './bodies.js'
import { disagreements } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const bodyMismatch: Rule = {
  severity: 'error',
  summary: 'A body exists, or is required, on one side only, or the two sides wrap it differently.',
  why: 'Clients send or parse a body that the other side does not know.',
  fix: 'Describe the body as the code sends or takes it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '200':
              description: the pets
              content:
                application/json:
                  schema: { type: array, items: { type: string } }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.status(200).end()
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'shape', (difference) => {
      return `${subject(difference)} is wrapped differently: the code has ${difference.code.says}, the document ${difference.spec.says}.`
    })
    yield* requestBodies(pair)
    yield* responseBodies(pair)
  },
}
