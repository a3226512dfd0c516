import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeOracle, codeOracle } from '../../samples/code-oracle.js'
import { copied, startTsoa } from './started.js'

const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))

const stay = {
  word: 'short',
  size: 'small',
  from: '2026-11-23T10:00:00Z',
  nights: 2,
  guest: { kind: 'cat', lives: 9 },
  fed: true,
}
const optional = ['until', 'code', 'mail', 'toys', 'notes', 'both', 'part', 'omitted']
const values: readonly unknown[] = [
  ...[null, true, false, 0, 1, 2, 31, -1, 1.5],
  ...['', 'a', 'abc', 'much too long', 'A1', '5', '1.5', 'true', 'small', '2026-11-23', '2026-11-23T10:00:00Z'],
  ...[[], ['a'], ['a', 'a'], [null], {}, { a: 'x', b: 2 }, { a: 'x' }, { kind: 'dog', good: true }, { lives: 1 }],
]

/** Bodies of one operation: the right one, each with one field away, and each with one field otherwise. */
function variations(right: Readonly<Record<string, unknown>>, more: readonly string[] = []): readonly unknown[] {
  const names = Object.keys(right)
  return [
    right,
    ...names.map((name) => Object.fromEntries(Object.entries(right).filter(([key]) => key !== name))),
    ...[...names, ...more].flatMap((name) => values.map((value) => ({ ...right, [name]: value }))),
    ...values.filter((value) => typeof value === 'object' && value !== null),
  ]
}

const bodies: Readonly<Record<string, readonly unknown[]>> = {
  'POST /v1/shelters/stays': variations(stay, optional),
  'POST /v1/shelters/cages': variations({ label: 'a', open: true }, ['bars']),
  'POST /v1/shelters/animals': variations({ kind: 'cat', lives: 9 }),
  'POST /v1/shelters/maybe': variations({ a: 'b' }),
  'POST /v1/pets': variations({ name: 'Rex', legs: 4, kind: 'dog' }, ['tag']),
}
const extra: Readonly<Record<string, unknown>> = {
  'POST /v1/shelters/stays': { ...stay, unlisted: 1 },
  'POST /v1/shelters/cages': { label: 'a', open: true, lock: 'b' },
  'POST /v1/shelters/animals': { kind: 'cat', lives: 9, good: true },
  'POST /v1/shelters/maybe': { a: 'b', c: 'd' },
  'POST /v1/pets': { name: 'Rex', legs: 4, kind: 'dog', unlisted: 1 },
}

describe.each([
  { noImplicitAdditionalProperties: 'throw-on-extras' },
  { noImplicitAdditionalProperties: 'silently-remove-extras', bodyCoercion: false, defaultNumberType: 'integer' },
])('a body under $noImplicitAdditionalProperties, bodyCoercion: $bodyCoercion', (settings) => {
  const { bodyCoercion = true, ...top } = settings
  const routes = { routesDir: 'src', basePath: '/v1', authenticationModule: './src/authentication.ts', bodyCoercion }
  const { folder, remove } = copied(fixture, { ...top, routes })
  let server: Awaited<ReturnType<typeof startTsoa>>
  let code: CodeOracle
  beforeAll(async () => {
    server = await startTsoa(folder)
    code = codeOracle(folder)
  })
  afterAll(() => {
    server.stop()
    remove()
  })

  const isTaken = async (operation: string, body: unknown) => {
    const answer = await fetch(server.base + operation.replace('POST ', ''), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'read' },
      body: JSON.stringify(body),
    })
    await answer.arrayBuffer()
    return answer.status < 400
  }

  it.each(Object.entries(bodies))('%s takes what was read', async (operation, each) => {
    const differ: unknown[] = []
    const drops = settings.noImplicitAdditionalProperties === 'silently-remove-extras'
    for (const body of each) {
      const taken = await isTaken(operation, body)
      // What is dropped is not taken.
      if (taken !== code.takes(operation, body) && !(taken && drops)) differ.push({ body, taken })
    }
    expect(differ).toEqual([])
  })

  it.each(Object.entries(extra))('%s takes no field that is not listed', async (operation, body) => {
    expect(code.takes(operation, body)).toBe(false)
    expect(await isTaken(operation, body)).toBe(settings.noImplicitAdditionalProperties !== 'throw-on-extras')
  })
})
