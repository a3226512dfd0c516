import { expect, it } from 'vitest'
import { dereferenced } from './bare.js'
import { openFixtures } from './program.js'
import { listOf, object } from './words.js'

const { exported, reader } = openFixtures('unresolved')

function sent(name: string): unknown {
  const { type, at } = exported('unresolved', name)
  return dereferenced(reader.sent(type, at), reader.schemas)
}

const missing = { inexact: "module 'not-installed' could not be resolved" }

it.each([
  ['a declared type', 'direct', object({ thing: missing })],
  ['a call', 'called', object({ made: missing })],
  [
    'the items of a list',
    'list',
    object({ deep: listOf({ inexact: "module 'not-installed/deep' could not be resolved" }) }),
  ],
  ['a chain of calls', 'chained', object({ name: missing })],
  ['one property and not another', 'Local', object({ value: { inexact: '`any`' }, thing: missing })],
])('names the module that could not be resolved behind %s', (_, name, schema) => {
  expect(sent(name)).toEqual(schema)
})

it('names the name that could not be resolved', () => {
  const nameless = { inexact: 'the name NoSuchName could not be resolved' }
  expect(sent('Ambient')).toEqual(object({ pet: nameless, list: listOf(nameless) }))
})
