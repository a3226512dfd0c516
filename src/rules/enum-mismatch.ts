import type { Rule } from '../model/rule.js'
import { disagreements, isSent } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const enumMismatch: Rule = {
  severity: 'error',
  summary: 'The values that an element can have are listed differently in document and code.',
  why: 'A client meets a value it was not told of, or sends one that is refused.',
  fix: 'List the values that the code has.',
  example: {
    spec: documentOf(`
      /pets/{petId}:
        get:
          parameters:
            - { name: petId, in: path, required: true, schema: { type: string } }
          responses:
            '200':
              description: a pet
              content:
                application/json:
                  schema:
                    type: object
                    required: [status]
                    properties:
                      status: { type: string, enum: [active] }
    `),
    code: appOf(`
      interface Pet { status: 'active' | 'archived' }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'enum', (difference) => {
      const verb = isSent(difference) ? 'sends' : 'accepts'
      return `${subject(difference)}: the code ${verb} ${difference.code.says}, the document says ${difference.spec.says}.`
    })
  },
}
