import type { Rule } from '../model/rule.js'
import { disagreements } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const nullableMismatch: Rule = {
  severity: 'error',
  summary: 'An element can be null on one side only.',
  why: 'A client that was not told of null breaks on it, or sends one that is refused.',
  fix: 'Allow null on both sides or on none.',
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
                    required: [name]
                    properties:
                      name: { type: string }
    `),
    code: appOf(`
      interface Pet { name: string | null }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'nullable', (difference) => {
      const [yes, no] = difference.wider === 'code' ? ['the code', 'the document'] : ['the document', 'the code']
      return `${subject(difference)} can be null in ${yes}, but not in ${no}.`
    })
  },
}
