import type { Drift } from '../model/finding.js'
import type { Pair } from '../model/pair.js'
import type { Rule } from '../model/rule.js'
import { driftOf } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { subject } from './words.js'

export const undocumentedResponseField: Rule = {
  severity: 'error',
  summary: 'The code sends a response field that the document does not mention.',
  why: 'Clients do not know of it, and what should stay inside may leave the house.',
  fix: 'Describe the field in the response schema, or stop sending it.',
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
      interface Pet { name: string; internalNote: string }
      declare function find(id: string): Pet
      app.get('/pets/:petId', (req, res: Response<Pet>) => {
        res.json(find(req.params.petId))
      })
    `),
  },
  *matched(pair) {
    for (const difference of pair.differences) {
      if (difference.aspect !== 'field' || difference.wider !== 'code' || difference.part !== 'response') continue
      yield driftOf(pair, difference, `${subject(difference)} is sent by the code but not documented.`)
    }
    yield* unsaidFields(pair)
  },
}

/** An object of which the document says nothing is told once for each body, at its first such place. */
function* unsaidFields(pair: Pair<'matched'>): Generator<Drift> {
  const told = new Set<string>()
  for (const difference of pair.differences) {
    const body = `${difference.status} ${difference.mediaType}`
    if (difference.aspect !== 'unsaid' || told.has(body)) continue
    told.add(body)
    yield {
      ...driftOf(
        pair,
        difference,
        `${subject(difference)} is an object of which the document says no more; the code sends ${difference.code.says} in it.`,
      ),
      severity: 'info',
      fix: 'List the fields that clients may rely on, or write `additionalProperties: true` where any object is meant.',
    }
  }
}
