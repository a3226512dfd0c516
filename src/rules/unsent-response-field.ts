import type { Rule } from '../model/rule.js'
import { driftOf } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const unsentResponseField: Rule = {
  severity: 'warning',
  summary: 'The document promises a response field that the code never sends.',
  why: 'Clients wait for something that does not come. A required field is an error; an optional one of an error response is only told, because errors share their schemas.',
  fix: 'Remove the field from the response schema, or send it.',
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
                      nickname: { type: string }
    `),
    code: appOf(`
      interface Pet { name: string }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    for (const difference of pair.differences) {
      if (difference.aspect !== 'field' || difference.wider !== 'spec' || difference.part !== 'response') continue
      yield driftOf(pair, difference, `${subject(difference)} is documented, but the code never sends it.`)
    }
  },
}
