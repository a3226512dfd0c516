import type { Rule } from '../model/rule.js'
import { disagreements, isSent } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const typeMismatch: Rule = {
  severity: 'error',
  summary: 'The document gives an element another type than the code.',
  why: 'A client that reads the document parses or sends the wrong type.',
  fix: 'Give the element the type that the code has, or change the code.',
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
                    required: [age]
                    properties:
                      age: { type: string }
    `),
    code: appOf(`
      interface Pet { age: number }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'type', (difference) => {
      const verb = isSent(difference) ? 'sends' : 'accepts'
      return `${subject(difference)}: the code ${verb} ${difference.code.says}, the document says ${difference.spec.says}.`
    })
  },
}
