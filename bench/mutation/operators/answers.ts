import { contentsOf, type Operation, type ResponseEntry } from '../document/operations.js'
import { isMap, mapAt, nodeAt, type RawMap, renameKey, replaceAt, valueAt } from '../document/raw.js'
import type { Ground } from '../ground.js'
import { expect, type Mutant, type Operator, type Place } from '../mutant.js'

export const answerOperators = {
  'drop a status': {
    says: 'the code answers with it: undocumented, unless the framework alone gives it',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        const expected = expect(placeOf(operation, entry.status), 'undocumented-status')
        yield mutant(
          operation,
          entry,
          (document) => drop(document, operation, entry),
          isFrameworks(ground, operation, entry) ? [] : [expected],
        )
      }
    },
  },
  'add a status': {
    says: 'the code never answers with it',
    *mutants({ operations }) {
      for (const operation of operations) {
        for (const status of ['206', '418'].filter(
          (one) => !operation.responses.some((entry) => entry.status === one),
        )) {
          yield {
            where: `${operation.at} ${status}`,
            edit: (document) => {
              mapAt(nodeAt(document, operation.at), 'responses')[status] = { description: 'Something new.' }
            },
            expected: [expect(placeOf(operation, status), 'unsent-status')],
          }
        }
      }
    },
  },
  'swap a status': {
    says: 'one that is not documented, one that is never sent',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        const status = others[entry.status]
        if (status === undefined || operation.responses.some((one) => one.status === status)) continue
        const sent = expect(placeOf(operation, entry.status), 'undocumented-status')
        yield mutant(
          operation,
          entry,
          (document) => renameKey(mapAt(nodeAt(document, operation.at), 'responses'), entry.status, status),
          [
            ...(isFrameworks(ground, operation, entry) ? [] : [sent]),
            expect(placeOf(operation, status), 'unsent-status'),
          ],
        )
      }
    },
  },
  'drop the body of an answer': {
    says: 'the code sends one, unless the framework alone writes it',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        if (contentsOf(ground.document, entry.at).length === 0) continue
        const expected = expect(placeOf(operation, entry.status), 'body-mismatch')
        yield mutant(
          operation,
          entry,
          (document) => {
            const { content: _, ...rest } = nodeAt(document, entry.at)
            replaceAt(document, entry.entry, rest)
          },
          isFrameworksBody(ground, operation, entry) ? [] : [expected],
        )
      }
    },
  },
  'add a body to an answer': {
    says: 'the code sends none',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        if (contentsOf(ground.document, entry.at).length > 0) continue
        yield mutant(
          operation,
          entry,
          (document) => {
            nodeAt(document, entry.at).content = {
              'application/json': { schema: { type: 'object', properties: { ok: { type: 'boolean' } } } },
            }
          },
          [expect(placeOf(operation, entry.status), 'body-mismatch')],
        )
      }
    },
  },
  'swap the body of an answer': {
    says: 'another type altogether, or another envelope',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        const [content] = contentsOf(ground.document, entry.at)
        if (content?.mediaType !== 'application/json') continue
        const list = isList(ground.document, content.schema)
        yield mutant(
          operation,
          entry,
          (document) => {
            const schema = list
              ? {
                  type: 'object',
                  required: ['rows'],
                  properties: { rows: { type: 'array', items: { type: 'integer' } } },
                }
              : { type: 'array', items: { type: 'integer' } }
            replaceAt(document, entry.entry, { description: 'Another.', content: { 'application/json': { schema } } })
          },
          [expect(placeOf(operation, entry.status), 'type-mismatch', 'body-mismatch')],
        )
      }
    },
  },
  'wrap the body of an answer': {
    says: 'another envelope, or one field too many and the old ones missing',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        const [content] = contentsOf(ground.document, entry.at)
        if (content?.mediaType !== 'application/json' || isList(ground.document, content.schema)) continue
        yield mutant(
          operation,
          entry,
          (document) => {
            const schema = valueAt(document, content.schema)
            const wrapped = { type: 'object', required: ['payload'], properties: { payload: schema } }
            replaceAt(document, entry.entry, {
              description: 'Wrapped.',
              content: { 'application/json': { schema: wrapped } },
            })
          },
          [expect(placeOf(operation, entry.status), 'body-mismatch', 'undocumented-response-field')],
        )
      }
    },
  },
  'change the media type of an answer': {
    says: 'another media type',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        const [content] = contentsOf(ground.document, entry.at)
        if (content === undefined) continue
        const other = content.mediaType === 'application/json' ? 'application/xml' : 'application/json'
        yield mutant(
          operation,
          entry,
          (document) => {
            const copy: unknown = JSON.parse(JSON.stringify(nodeAt(document, entry.at)))
            if (isMap(copy)) renameKey(mapAt(copy, 'content'), content.mediaType, other)
            replaceAt(document, entry.entry, copy)
          },
          [expect(placeOf(operation, entry.status), 'media-type-mismatch')],
        )
      }
    },
  },
  'add a media type to an answer': {
    says: 'one that the code never sends',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground)) {
        if (contentsOf(ground.document, entry.at).length === 0) continue
        yield mutant(
          operation,
          entry,
          (document) => {
            const copy: unknown = JSON.parse(JSON.stringify(nodeAt(document, entry.at)))
            if (isMap(copy))
              mapAt(copy, 'content')['application/pdf'] = { schema: { type: 'string', format: 'binary' } }
            replaceAt(document, entry.entry, copy)
          },
          [expect(placeOf(operation, entry.status), 'media-type-mismatch')],
        )
      }
    },
  },
  'drop a response header': {
    says: 'the code sends it',
    *mutants(ground) {
      for (const [operation, entry, name] of headersOf(ground)) {
        yield mutant(
          operation,
          entry,
          (document) => {
            delete mapAt(nodeAt(document, entry.at), 'headers')[name]
          },
          isTransport(name) ? [] : [expect(placeOf(operation, entry.status, `/${name}`), 'undocumented-header')],
        )
      }
    },
  },
  'add a response header': {
    says: 'the code never sends it',
    *mutants(ground) {
      for (const [operation, entry] of answersOf(ground).filter(([, one]) => one.entry === one.at)) {
        yield mutant(
          operation,
          entry,
          (document) => {
            const node = nodeAt(document, entry.at)
            node.headers = { ...mapAt(node, 'headers'), 'X-Colour': { schema: { type: 'string' } } }
          },
          [expect(placeOf(operation, entry.status, '/X-Colour'), 'unsent-header')],
        )
      }
    },
  },
  'rename a response header': {
    says: 'sent under the old name, documented under the new',
    *mutants(ground) {
      for (const [operation, entry, name] of headersOf(ground)) {
        yield mutant(
          operation,
          entry,
          (document) => renameKey(mapAt(nodeAt(document, entry.at), 'headers'), name, `${name}-Now`),
          [
            ...(isTransport(name) ? [] : [expect(placeOf(operation, entry.status, `/${name}`), 'undocumented-header')]),
            expect(placeOf(operation, entry.status, `/${name}-Now`), 'unsent-header'),
          ],
        )
      }
    },
  },
} satisfies Record<string, Operator>

const others: Readonly<Record<string, string>> = {
  '200': '203',
  '201': '200',
  '202': '200',
  '204': '205',
  '400': '406',
  '401': '402',
  '403': '405',
  '404': '410',
  '409': '423',
  '422': '424',
}

const placeOf = ({ method, path }: Operation, status: string, pointer = ''): Place => ({
  method,
  path,
  part: 'response',
  status,
  pointer,
})

function answersOf({ operations }: Ground): [Operation, ResponseEntry][] {
  return operations.flatMap((operation) =>
    operation.responses.map((entry): [Operation, ResponseEntry] => [operation, entry]),
  )
}

function headersOf(ground: Ground): [Operation, ResponseEntry, string][] {
  return answersOf(ground).flatMap(([operation, entry]) =>
    Object.keys(mapAt(nodeAt(ground.document, entry.at), 'headers')).map((name): [Operation, ResponseEntry, string] => [
      operation,
      entry,
      name,
    ]),
  )
}

/** A document that leaves out what the framework answers by itself is not in error. */
function isFrameworks({ knowledge }: Ground, operation: Operation, { status }: ResponseEntry): boolean {
  return knowledge.response(placeOf(operation, status))?.implied === true
}

/** The body of an error that the code only throws. */
function isFrameworksBody(ground: Ground, operation: Operation, entry: ResponseEntry): boolean {
  const contents = ground.knowledge.response(placeOf(operation, entry.status))?.contents ?? []
  return isFrameworks(ground, operation, entry) || (contents.length > 0 && contents.every(({ implied }) => implied))
}

/** Headers of HTTP itself: a document may list them and need not. */
const isTransport = (name: string): boolean => ['cache-control', 'content-length', 'date'].includes(name.toLowerCase())

function drop(document: RawMap, operation: Operation, { status }: ResponseEntry): void {
  delete mapAt(nodeAt(document, operation.at), 'responses')[status]
}

function isList(document: RawMap, schema: string): boolean {
  return nodeAt(document, schema).type === 'array'
}

function mutant(
  operation: Operation,
  { status }: ResponseEntry,
  edit: Mutant['edit'],
  expected: Mutant['expected'],
): Mutant {
  return { where: `${operation.method} ${operation.path} ${status}`, edit, expected }
}
