import type { Rule } from '../model/rule.js'
import { disagreements } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const unserialisableValue: Rule = {
  severity: 'error',
  summary: 'The code sends a value that JSON.stringify throws on.',
  why: 'The client gets an error instead of the answer.',
  fix: 'Turn the value into one that JSON has: a string for a bigint, an identifier for a cycle.',
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
                      age: { type: integer }
    `),
    code: appOf(`
      interface Pet { age: bigint }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'unserialisable', (difference) => {
      return `${subject(difference)} holds ${difference.code.says}, which JSON.stringify cannot write.`
    })
  },
}
