import { expect, it } from 'vitest'
import type { TextTree } from '../../src/model/text-tree.js'
import { readDocument } from '../../src/openapi/read.js'

const at = { line: 1, column: 1 }
const text = (value: string): TextTree => ({ kind: 'scalar', value, at })
const map = (
  entries: Readonly<Record<string, TextTree>>,
  place: { line: number; column: number; file?: string } = at,
): TextTree => ({
  kind: 'map',
  entries: new Map(Object.entries(entries)),
  at: place,
})

it('a document that was read elsewhere is read like a file, and what could not be read is unknown', async () => {
  const unread: TextTree = { kind: 'unknown', reason: 'it comes from a call', at: { line: 9, column: 3 } }
  const responses = map({
    200: map({ description: text('d'), content: map({ 'application/json': map({ schema: unread }) }) }),
  })
  const get = map({ responses }, { line: 4, column: 5, file: 'src/docs/pets.ts' })
  const tree = map({
    openapi: text('3.0.3'),
    info: map({ title: unread, version: text('1') }),
    paths: map({ '/a': map({ get }) }),
  })
  const result = await readDocument({ file: 'src/openapi.ts', tree }, { root: import.meta.dirname, allowRemote: false })
  if (!result.ok) throw new Error(result.error.message)
  const [endpoint] = result.value.endpoints
  expect(result.value.problems).toEqual([])
  expect(endpoint?.at).toEqual({ file: 'src/docs/pets.ts', line: 4, column: 5, pointer: '/paths/~1a/get' })
  expect(endpoint?.responses[0]?.contents[0]?.schema).toEqual({
    inexact: 'it comes from a call',
    at: {
      file: 'src/openapi.ts',
      line: 9,
      column: 3,
      pointer: '/paths/~1a/get/responses/200/content/application~1json/schema',
    },
  })
})

it('a map of which a part could not be read leaves a gap', async () => {
  const missing = 'a spread of something unknown'
  const responses: TextTree = {
    kind: 'map',
    entries: new Map([['200', map({ description: text('d') })]]),
    at,
    incomplete: missing,
  }
  const paths: TextTree = {
    kind: 'map',
    entries: new Map([['/a', map({ get: map({ responses }) })]]),
    at,
    incomplete: missing,
  }
  const tree = map({ openapi: text('3.0.3'), info: map({ title: text('t'), version: text('1') }), paths })
  const result = await readDocument({ file: 'a.ts', tree }, { root: import.meta.dirname, allowRemote: false })
  if (!result.ok) throw new Error(result.error.message)
  expect(result.value.unresolved.map(({ reason }) => reason)).toEqual([missing])
  expect(result.value.endpoints[0]?.gaps.map(({ about, reason }) => [about, reason])).toEqual([['status', missing]])
})
