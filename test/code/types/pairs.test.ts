import { describe, expect, it } from 'vitest'
import { dereferenced } from './bare.js'
import { openFixtures } from './program.js'

const { exported, reader } = openFixtures('pairs')

/** Order of properties, alternatives and requirements says nothing. */
function shape(name: string): unknown {
  const { type, at } = exported('pairs', name)
  return sorted(dereferenced(reader.sent(type, at), reader.schemas))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

describe('one road for declared and inferred types', () => {
  it.each([
    'Inferred',
    'Loaded',
    'Omitted',
    'Picked',
    'Mapped',
    'Readonlyed',
    'Conditional',
    'Instantiated',
    'Extended',
    'Model',
    'Spread',
  ])('%s has the schema of the interface that it spells out', (name) => {
    expect(shape(name)).toEqual(shape('Pet'))
  })

  it.each(['MadePartial', 'InferredPartial'])('%s has the schema of the interface with optional properties', (name) => {
    expect(shape(name)).toEqual(shape('Partially'))
  })

  it.each(['PageOfPets', 'PageByCall'])('%s has the schema of the page written out', (name) => {
    expect(shape(name)).toEqual(shape('PetPage'))
  })

  it('names an alias by its name and an instantiated generic by its arguments', () => {
    const { type, at } = exported('pairs', 'Book')
    reader.sent(type, at)
    expect(reader.schemas.Book?.properties).toMatchObject({
      aliased: { ref: 'PageOfPets' },
      spelled: { ref: 'Page<Tag>' },
    })
  })
})
