import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { AnyPair } from '../../src/model/pair.js'
import { endpointReportOf, findingOf, reportOf } from '../reporters/builders.js'
import { auditedOf, worldOf } from './world.js'

const at = { file: 'src/orders.ts', line: 1, column: 7 }
const specAt = { file: 'openapi.yaml', line: 2, column: 3 }
const endpoint: Endpoint = {
  method: 'GET',
  path: '/orders',
  at,
  deprecated: false,
  parameters: [{ name: 'page', in: 'query', required: false, schema: { type: ['integer'], minimum: 1 }, at }],
  body: null,
  responses: [
    { status: '200', contents: [{ mediaType: 'application/json', schema: { ref: 'Order' }, at }], headers: [], at },
  ],
  security: { kind: 'guarded', schemes: ['bearer'], at },
  gaps: [{ about: 'status', reason: 'a global handler may answer' }],
}
const schemas = {
  Order: {
    type: ['object' as const],
    required: ['id'],
    properties: { id: { type: ['string' as const], format: 'uuid' }, parent: { ref: 'Order' } },
  },
}
const finding = findingOf()
const pair: AnyPair = {
  kind: 'matched',
  spec: endpoint,
  code: endpoint,
  unverifiable: [],
  differences: [
    {
      aspect: 'enum',
      wider: 'code',
      part: 'response',
      status: '200',
      mediaType: 'application/json',
      pointer: '/status',
      spec: { says: 'only "active"', at: null },
      code: { says: '"active" or "archived"', at: null },
      proof: null,
      required: false,
      between: {
        spec: {
          type: ['object'],
          properties: { status: { enum: ['active'] } },
          at: { file: 'openapi.yaml', line: 9, column: 5 },
        },
        code: { ref: 'Order' },
      },
    },
  ],
}
const answer = auditedOf(
  reportOf([finding, findingOf({ id: 'fedcba9876543210', cause: finding.cause, path: '/other' })], {
    endpoints: [
      endpointReportOf(),
      endpointReportOf({ path: '/health', state: 'undocumented', spec: null }),
      endpointReportOf({ path: '/gone/{id}', state: 'unimplemented', code: null }),
    ],
  }),
  {
    routes: {
      code: [{ method: 'GET', path: '/health', ...at, adapter: 'express', via: [] }],
      spec: [],
      unresolved: [{ file: 'src/app.ts', line: 3, column: 1, reason: 'the path is computed' }],
      ignored: [{ side: 'code', method: 'GET', path: '/docs', ...at, pattern: '/docs' }],
    },
    details: {
      spec: { endpoints: [{ ...endpoint, at: specAt }], schemas, unresolved: [] },
      code: { endpoints: [endpoint], schemas, unresolved: [] },
      pairs: [pair],
    },
  },
)

async function print(...argv: string[]): Promise<string> {
  const world = worldOf(answer)
  const code = await run(argv, world.io, world.tool)
  expect(world.stderr()).toBe('')
  expect(code).toBe(0)
  return world.stdout()
}

describe('routes', () => {
  it('lists every endpoint under what became of it', async () => {
    const text = await print('routes')
    expect(text).toMatch(/^On both sides \(1\)\n {2}GET {2}\/orders {2}src\/orders\.ts:1:7 {2}openapi\.yaml:2:3$/m)
    expect(text).toMatch(/^Only in the code \(1\)\n {2}GET {2}\/health {2}src\/orders\.ts:1:7 {2}express$/m)
    expect(text).toMatch(/^Only in the document \(1\)\n {2}GET {2}\/gone\/\{id\}/m)
    expect(text).toMatch(/^Not followed \(1\)\n {2}src\/app\.ts:3:1 {2}the path is computed$/m)
    expect(text).toMatch(/^Ignored \(1\)\n {2}GET {2}\/docs .*by \/docs$/m)
  })

  it('prints the listing as JSON', async () => {
    expect(JSON.parse(await print('routes', '--format', 'json'))).toEqual(answer.routes)
  })
})

describe('explain', () => {
  it('tells the words and the example of a rule, without an audit', async () => {
    const text = await print('explain', 'enum-mismatch')
    expect(text).toContain('enum-mismatch  error by default')
    expect(text).toContain('    const app = express()')
    expect(text).toContain('  why  Clients meet a value they do not know.')
  })

  it.each([['GET /orders'], ['get /orders/'], ['/orders']])('finds the endpoint %s', async (name) => {
    expect(await print('explain', name)).toContain('GET /orders  matched')
  })

  it('finds an endpoint whatever its parameters are called, quoted or not', async () => {
    expect(await print('explain', 'GET', '/gone/:key')).toContain('GET /gone/{id}  unimplemented')
  })

  it.each([
    [['-s', 'a.yaml', 'GET /orders'], ['a.yaml']],
    [
      ['-s', 'a.yaml', 'b.yaml', 'GET', '/orders'],
      ['a.yaml', 'b.yaml'],
    ],
    [['-s', 'a.yaml', '/orders', '-p', 'tsconfig.json'], ['a.yaml']],
    [['-p', 'tsconfig.json', '/orders', '-s', '/tree/a.yaml'], ['/tree/a.yaml']],
    [
      ['GET /orders', '-s', 'a.yaml', '/tree/b.yaml'],
      ['a.yaml', '/tree/b.yaml'],
    ],
  ])('tells the argument in %j from the documents %j', async (argv, spec) => {
    const world = worldOf(answer)
    expect(await run(['explain', ...argv], world.io, world.tool)).toBe(0)
    expect(world.stdout()).toContain('GET /orders  matched')
    expect(world.asked()?.spec).toEqual(spec)
  })

  it('tells a rule behind a list from its values', async () => {
    expect(await print('explain', '-s', 'a.yaml', 'enum-mismatch')).toContain('enum-mismatch  error by default')
  })

  it.each([[[]], [['-s', '/tree/a.yaml']], [['-s', 'a.yaml', 'b.yaml']]])(
    'of nothing, in %j, asks for it',
    async (argv) => {
      const world = worldOf(answer)
      expect(await run(['explain', ...argv], world.io, world.tool)).toBe(2)
      expect(world.stderr()).toBe(
        'tattletype: explain what? Put a rule, an endpoint or an id in front of the options.\n',
      )
    },
  )

  it('tells what both sides say of an endpoint', async () => {
    const text = await print('explain', 'GET /orders')
    expect(text).toContain('document  openapi.yaml:2:3')
    expect(text).toContain('code  src/orders.ts:1:7')
    expect(text).toContain('  query page?  integer(minimum 1)')
    expect(text).toContain('  response 200 application/json  { id: string(uuid), parent?: Order }')
    expect(text).toContain('  security  guarded (bearer)')
    expect(text).toContain('  not known  status: a global handler may answer')
  })

  it('tells a finding in full: the whole value, both schemas, the words of the rule, the price and its cause', async () => {
    const text = await print('explain', '0123')
    expect(text).toContain('Proof: the code can send this, the document does not allow it')
    expect(text).toContain('      {\n        "id": 1,\n    ▸   "status": "archived"\n      }\n')
    expect(text).toContain('The document says  only "active"\n    openapi.yaml:9:5\n')
    expect(text).toContain('\n    ▸   status: { enum: [active] }  # optional\n')
    expect(text).toContain('The code says  "active" or "archived"')
    expect(text).toContain('\n      # Order\n      type: object\n')
    expect(text).toContain('why       Clients meet a value they do not know.')
    expect(text).toContain('fix       Add the value to the enum.')
    expect(text).toContain('minutes   about 3 min to mend; one mending is behind all 2 findings')
    expect(text).toContain('id        0123456789abcdef')
    expect(text).toMatch(/\n {6}GET \/other +fedcba98\n/)
  })

  it.each([
    ['GET /order', 'no endpoint "GET /order" on either side. Did you mean "GET /orders"?'],
    ['abcdef', 'no finding has an id that starts with "abcdef"'],
  ])('of %s says that there is none', async (what, line) => {
    const world = worldOf(answer)
    expect(await run(['explain', what], world.io, world.tool)).toBe(2)
    expect(world.stderr()).toContain(line)
  })
})
