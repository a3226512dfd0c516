import type { Rule } from '../model/rule.js'
import { disagreements, isSent } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { parameterRequirements } from './parameters.js'
import { object, subject } from './words.js'

export const requiredMismatch: Rule = {
  severity: 'error',
  summary: 'An element must be there on one side and may be missing on the other.',
  why: 'A client relies on a field that may be missing, or leaves out one that the code insists on.',
  fix: 'Make the element required, or optional, on both sides.',
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
      interface Pet { name?: string }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    yield* disagreements(pair, 'required', (difference) => {
      const [element, within] = [subject(difference), object(difference)]
      if (difference.wider === 'code') {
        return isSent(difference)
          ? `${element} is required in the document, but the code can leave it out.`
          : `${element} is required in the document, but the code also does without it.`
      }
      return isSent(difference)
        ? `The code always sends ${within}; the document calls it optional.`
        : `The code requires ${within}; the document calls it optional.`
    })
    yield* parameterRequirements(pair)
  },
}
