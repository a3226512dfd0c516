import type { Rule } from '../model/rule.js'
import { disagreements, isSent } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const constraintMismatch: Rule = {
  severity: 'error',
  summary: 'The bounds, pattern or length of an element differ between document and code.',
  why: 'A value that one side allows is refused by the other.',
  fix: 'Write the bounds that the code keeps, or make the code keep those that are written.',
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
                    name: { type: string, maxLength: 80 }
          responses:
            '201': { description: created }
    `),
    code: appOf(`
      interface Pet {
        /** @maxLength 40 */
        name: string
      }
      app.post('/pets', (req: Request<object, unknown, Pet>, res) => {
        res.sendStatus(201)
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'constraint', (difference) => {
      const verb = isSent(difference) ? 'sends' : 'accepts'
      return `${subject(difference)}: the code ${verb} ${difference.code.says}, the document says ${difference.spec.says}.`
    })
  },
}
