import type { Operation } from '../document/operations.js'
import { escapeStep, mapAt, nodeAt, renameKey } from '../document/raw.js'
import type { Ground } from '../ground.js'
import { shapeOf } from '../knowledge.js'
import { type Expected, expect, type Operator, orElse, type Place } from '../mutant.js'

export const endpointOperators = {
  'misspell a path': {
    says: 'each of its endpoints has moved; where a wider route catches the misspelt path, that route is the one described, and the right one is undocumented',
    *mutants(ground) {
      for (const path of pathsOf(ground)) {
        const segments = path.split('/')
        const [at] = [...segments.entries()].filter(([, text]) => /^[a-z-]{4,}$/.test(text)).map(([index]) => index)
        if (at === undefined) continue
        const misspelt = segments.map((text, index) => (index === at ? swapLetters(text) : text)).join('/')
        yield {
          where: `${path} as ${misspelt}`,
          edit: (document) => renameKey(nodeAt(document, '/paths'), path, misspelt),
          expected: operationsAt(ground, path).map((operation) => movedTo(ground, operation, misspelt)),
        }
      }
    },
  },
  'write a path in the plural, or singular': {
    says: 'each of its endpoints has moved, as for a misspelt path',
    *mutants(ground) {
      for (const path of pathsOf(ground)) {
        const segments = path.split('/')
        const [at] = [...segments.entries()].filter(([, text]) => /^[a-z-]{4,}$/.test(text)).map(([index]) => index)
        if (at === undefined) continue
        const other = segments.map((text, index) => (index === at ? otherNumber(text) : text)).join('/')
        yield {
          where: `${path} as ${other}`,
          edit: (document) => renameKey(nodeAt(document, '/paths'), path, other),
          expected: operationsAt(ground, path).map((operation) => movedTo(ground, operation, other)),
        }
      }
    },
  },
  'swap the method': {
    says: 'the endpoint has moved',
    *mutants(ground) {
      for (const operation of ground.operations) {
        for (const method of freeMethods(ground, operation).slice(0, 2)) {
          yield {
            where: `${operation.method} ${operation.path} as ${method}`,
            edit: (document) =>
              renameKey(
                nodeAt(document, `/paths/${escapeStep(operation.path)}`),
                operation.method.toLowerCase(),
                method.toLowerCase(),
              ),
            expected: [expect({ ...endpointOf(operation), method }, 'moved-endpoint')],
          }
        }
      }
    },
  },
  'delete an operation': {
    says: 'served, but undocumented',
    *mutants({ operations }) {
      for (const operation of operations) {
        yield {
          where: `${operation.method} ${operation.path}`,
          edit: (document) => {
            delete nodeAt(document, `/paths/${escapeStep(operation.path)}`)[operation.method.toLowerCase()]
          },
          expected: [expect(endpointOf(operation), 'undocumented-endpoint')],
        }
      }
    },
  },
  'delete a path': {
    says: 'each of its endpoints is served, but undocumented',
    *mutants(ground) {
      for (const path of pathsOf(ground)) {
        yield {
          where: path,
          edit: (document) => {
            delete mapAt(document, 'paths')[path]
          },
          expected: operationsAt(ground, path).map((one) => expect(endpointOf(one), 'undocumented-endpoint')),
        }
      }
    },
  },
  'add an operation': {
    says: 'documented, but not served',
    *mutants(ground) {
      for (const path of pathsOf(ground)) {
        const [free] = freeMethods(ground, { method: '', path })
        if (free === undefined) continue
        yield {
          where: `${free} ${path}`,
          edit: (document) => {
            nodeAt(document, `/paths/${escapeStep(path)}`)[free.toLowerCase()] = newOperation()
          },
          expected: [expect(endpointOf({ method: free, path }), 'unimplemented-endpoint')],
        }
      }
    },
  },
  'add a path': {
    says: 'documented, but not served',
    *mutants(ground) {
      for (const path of pathsOf(ground)) {
        const added = `${path}/attachments/summary`
        yield {
          where: `GET ${added}`,
          edit: (document) => {
            const parameters = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => {
              return { name, in: 'path', required: true, schema: { type: 'string' } }
            })
            mapAt(document, 'paths')[added] = { get: { ...newOperation(), parameters } }
          },
          expected: [expect(endpointOf({ method: 'GET', path: added }), 'unimplemented-endpoint')],
        }
      }
    },
  },
  'guard or open an endpoint': {
    says: 'guarded on one side only',
    *mutants({ operations, document }) {
      for (const operation of operations) {
        const own = nodeAt(document, operation.at).security
        const open = Array.isArray(own) && own.length === 0
        yield {
          where: `${operation.method} ${operation.path}`,
          edit: (copy) => {
            nodeAt(copy, operation.at).security = open ? [{ bearer: [] }] : []
          },
          expected: [expect({ ...endpointOf(operation), part: 'security' }, 'security-mismatch')],
        }
      }
    },
  },
  'make the credentials optional': {
    says: 'the code insists on them, or lets everyone in without a word',
    *mutants({ operations }) {
      for (const operation of operations) {
        yield {
          where: `${operation.method} ${operation.path}`,
          edit: (copy) => {
            nodeAt(copy, operation.at).security = [{ bearer: [] }, {}]
          },
          expected: [expect({ ...endpointOf(operation), part: 'security' }, 'security-mismatch')],
        }
      }
    },
  },
  'deprecate an operation, or not': {
    says: 'deprecated on one side only',
    *mutants({ operations }) {
      for (const operation of operations) {
        yield {
          where: `${operation.method} ${operation.path}`,
          edit: (copy) => {
            const node = nodeAt(copy, operation.at)
            node.deprecated = node.deprecated !== true
          },
          expected: [expect(endpointOf(operation), 'deprecation-mismatch')],
        }
      }
    },
  },
} satisfies Record<string, Operator>

type Name = Pick<Operation, 'method' | 'path'>

const endpointOf = ({ method, path }: Name): Place => ({ method, path, part: 'endpoint', status: null, pointer: '' })

const pathsOf = ({ operations }: Ground): string[] => [...new Set(operations.map(({ path }) => path))]

const operationsAt = ({ operations }: Ground, path: string): Operation[] =>
  operations.filter((one) => one.path === path)

const newOperation = () => ({ responses: { '200': { description: 'Something new.' } } })

/** The first two neighbours behind the first letter that differ, the other way round. */
const swapLetters = (text: string): string => text.replace(/(?<=.)(.)(?!\1)(.)/, '$2$1')

const otherNumber = (text: string): string => (text.endsWith('s') ? text.slice(0, -1) : `${text}s`)

function freeMethods({ operations, code }: Ground, { method, path }: Name): string[] {
  const taken = [...operations, ...code.endpoints].filter((one) => shapeOf(one.path).endsWith(shapeOf(path)))
  return ['POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (one) => one !== method && !taken.some((other) => other.method === one),
  )
}

/** What must be told of an operation whose path is written otherwise. */
function movedTo({ operations }: Ground, operation: Operation, path: string): Expected {
  const caught = operations.some((other) => other.method === operation.method && catches(other.path, path))
  if (!caught) return expect(endpointOf({ ...operation, path }), 'moved-endpoint')
  return orElse(expect(endpointOf(operation), 'undocumented-endpoint'), endpointOf(operation), 'moved-endpoint')
}

function catches(template: string, path: string): boolean {
  const pattern = template.split('/').map((text) => (text.includes('{') ? '[^/]+' : text))
  return template.includes('{') && new RegExp(`^${pattern.join('/')}$`).test(path)
}
