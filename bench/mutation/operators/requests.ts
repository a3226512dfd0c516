import { contentsOf, type Operation } from '../document/operations.js'
import { isMap, mapAt, nodeAt, renameKey, replaceAt, valueAt } from '../document/raw.js'
import type { Ground } from '../ground.js'
import { expect, type Mutant, type Operator, type Place } from '../mutant.js'

export const requestOperators = {
  'make the request body optional, or required': {
    says: 'required on one side only, where the code tells whether it insists on one',
    *mutants(ground) {
      for (const [operation, at] of bodiesOf(ground)) {
        const tells = ground.knowledge.endpoint(operation.method, operation.path)?.body?.required !== undefined
        yield mutant(
          operation,
          (document) => {
            const own = copyAt(document, at)
            own.required = own.required !== true
            nodeAt(document, operation.at).requestBody = own
          },
          tells ? [expect(placeOf(operation), 'body-mismatch')] : [],
        )
      }
    },
  },
  'drop the request body': {
    says: 'the code reads one',
    *mutants(ground) {
      for (const [operation] of bodiesOf(ground)) {
        yield mutant(
          operation,
          (document) => {
            delete nodeAt(document, operation.at).requestBody
          },
          [expect(placeOf(operation), 'body-mismatch')],
        )
      }
    },
  },
  'add a request body': {
    says: 'the code does not read one',
    *mutants({ operations }) {
      for (const operation of operations.filter(({ body, method }) => body === null && method !== 'GET')) {
        yield mutant(
          operation,
          (document) => {
            nodeAt(document, operation.at).requestBody = {
              required: true,
              content: {
                'application/json': { schema: { type: 'object', properties: { reason: { type: 'string' } } } },
              },
            }
          },
          [expect(placeOf(operation), 'body-mismatch')],
        )
      }
    },
  },
  'wrap the request body': {
    says: 'another envelope, or one field too many and the old ones missing',
    mutants: (ground) =>
      reshaped(ground, (schema) => ({ type: 'object', required: ['payload'], properties: { payload: schema } }), [
        'body-mismatch',
        'undocumented-request-field',
      ]),
  },
  'turn the request body into a list': {
    says: 'another type altogether, or another envelope',
    mutants: (ground) => reshaped(ground, (items) => ({ type: 'array', items }), ['type-mismatch', 'body-mismatch']),
  },
  'change the media type of a request': {
    says: 'another media type',
    *mutants(ground) {
      for (const [operation, at] of bodiesOf(ground)) {
        const [content] = contentsOf(ground.document, at)
        if (content === undefined) continue
        yield mutant(
          operation,
          (document) => {
            const own = copyAt(document, at)
            renameKey(mapAt(own, 'content'), content.mediaType, 'application/xml')
            replaceAt(document, `${operation.at}/requestBody`, own)
          },
          [expect(placeOf(operation), 'media-type-mismatch')],
        )
      }
    },
  },
} satisfies Record<string, Operator>

const placeOf = ({ method, path }: Operation): Place => ({ method, path, part: 'request', status: null, pointer: '' })

/** Each body whose first media type gets another schema, made from the one that stands there; any of the rules may say so. */
function* reshaped(
  ground: Ground,
  shape: (schema: unknown) => object,
  rules: readonly [string, ...string[]],
): Iterable<Mutant> {
  for (const [operation, at] of bodiesOf(ground)) {
    const [content] = contentsOf(ground.document, at)
    if (content === undefined) continue
    yield mutant(
      operation,
      (document) => {
        const own = copyAt(document, at)
        mapAt(own, 'content')[content.mediaType] = { schema: shape(valueAt(document, content.schema)) }
        nodeAt(document, operation.at).requestBody = own
      },
      [expect(placeOf(operation), ...rules)],
    )
  }
}

function bodiesOf({ operations }: Ground): [Operation, string][] {
  return operations.flatMap((operation): [Operation, string][] =>
    operation.body ? [[operation, operation.body.at]] : [],
  )
}

function copyAt(document: unknown, at: string) {
  const copy: unknown = JSON.parse(JSON.stringify(valueAt(document, at)))
  if (!isMap(copy)) throw new Error(`no request body at ${at}`)
  return copy
}

function mutant({ method, path }: Operation, edit: Mutant['edit'], expected: Mutant['expected']): Mutant {
  return { where: `${method} ${path}`, edit, expected }
}
