import { describe, expect, it } from 'vitest'
import { dereferenced } from './bare.js'
import { openFixtures } from './program.js'
import { boolean, dateTime, hollow, listOf, nothing, numeric, object, oneOf, text } from './words.js'

const { checker, exported, reader } = openFixtures('libraries', 'rows')

function sent(file: string, name: string): unknown {
  const { type, at } = exported(file, name)
  return dereferenced(reader.sent(type, at), reader.schemas)
}

/** What the function that a fixture exports answers with. */
function returned(name: string): unknown {
  const { type, at } = exported('rows', name)
  const result = type.getCallSignatures()[0]?.getReturnType()
  const answer = result === undefined ? undefined : checker.getAwaitedType(result)
  if (answer === undefined) throw new Error(`${name} returns nothing`)
  return dereferenced(reader.sent(answer, at), reader.schemas)
}

const orNull = (schema: unknown) => ({ anyOf: [nothing, schema] })
const pet = { id: numeric, name: text, kind: oneOf('cat', 'dog'), 'nick?': text, born: dateTime }
const related = { owner: orNull(object({ email: orNull(text) })), tags: listOf(text) }

describe.each(['3', '4'])('zod %s', (version) => {
  it('infers its output', () => {
    expect(sent('libraries', `Output${version}`)).toEqual(
      unordered(object({ ...pet, ...related, active: boolean, size: boolean })),
    )
  })

  it('infers its input', () => {
    expect(sent('libraries', `Input${version}`)).toEqual(
      unordered(object({ ...pet, ...related, 'active?': boolean, size: text })),
    )
  })

  it('keeps the alternatives of a discriminated union', () => {
    const made = unordered(object({ type: oneOf('made'), flag: boolean }))
    const gone = unordered(object({ type: oneOf('gone'), reason: oneOf(7) }))
    expect(sent('libraries', `Event${version}`)).toEqual({ anyOf: [made, gone] })
  })

  it('follows pick, extend and partial', () => {
    expect(sent('libraries', `Extended${version}`)).toEqual(
      unordered(object({ 'kind?': oneOf('cat', 'dog'), 'extra?': oneOf(true) })),
    )
  })
})

it('zod 4 may be recursive', () => {
  expect(sent('libraries', 'Tree4')).toEqual(unordered(object({ leaf: boolean, children: listOf({ cycle: 1 }) })))
})

describe('drizzle', () => {
  const columns = { kind: oneOf('cat', 'dog'), name: text, meta: object({ tame: boolean }) }

  it('infers a selected row', () => {
    const row = {
      ...columns,
      id: numeric,
      nick: orNull(text),
      born: dateTime,
      active: boolean,
      ownerId: orNull(numeric),
    }
    expect(sent('libraries', 'Selected')).toEqual(unordered(object(row)))
  })

  it('infers an inserted row', () => {
    const row = {
      ...columns,
      'id?': numeric,
      'nick?': orNull(text),
      'born?': dateTime,
      'active?': boolean,
      'ownerId?': orNull(numeric),
    }
    expect(sent('libraries', 'Inserted')).toEqual(unordered(object(row)))
  })
})

describe('the result of a query', () => {
  const json = { anyOf: expect.arrayContaining([boolean, nothing, text, numeric]) }
  const scalars = {
    id: numeric,
    name: text,
    nick: orNull(text),
    born: dateTime,
    price: text,
    kind: oneOf('CAT', 'DOG'),
    meta: json,
  }

  it('without arguments has the scalars', () => {
    expect(returned('all')).toEqual(listOf(unordered(object(scalars))))
  })

  it('that selects has what it selects', () => {
    const owner = unordered(object({ email: text }))
    expect(returned('selected')).toEqual(listOf(unordered(object({ id: numeric, owner: orNull(owner) }))))
  })

  it('that includes has the scalars and what it includes', () => {
    const toy = unordered(object({ id: numeric, squeaks: boolean }))
    expect(returned('included')).toEqual(orNull(unordered(object({ ...scalars, toys: listOf(toy) }))))
  })

  it('that nobody awaited is an empty object', () => {
    expect(returned('unawaited')).toEqual(object({ pet: hollow }))
  })

  it('of a table is its row', () => {
    expect(sent('rows', 'TableRow')).toEqual(object({ id: numeric, note: orNull(text), on: dateTime }))
    expect(returned('rowsOf')).toEqual(listOf(unordered(object({ id: numeric, on: dateTime, hasNote: boolean }))))
  })
})

/** The order in which a library's types list their properties is not ours to state. */
function unordered(schema: unknown): unknown {
  const { required, ...rest } = Object(schema)
  return required === undefined
    ? rest
    : { ...rest, required: expect.toSatisfy((names) => String([...names].sort()) === String([...required].sort())) }
}
