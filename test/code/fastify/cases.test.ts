import { describe, expect, it } from 'vitest'
import { fastify } from '../../../src/code/adapters/fastify/adapter.js'
import type { Schema } from '../../../src/model/schema.js'
import { openFixture } from './fixture.js'

const project = openFixture('cases')
const { endpoints } = fastify.read(project)
const at = (path: string) => {
  const found = endpoints.find((endpoint) => endpoint.path === path)
  if (found === undefined) throw new Error(`${path} was not found`)
  return found
}
const resolved = (schema: Schema | undefined): Schema | undefined =>
  schema?.ref === undefined ? schema : project.types.schemas[schema.ref]
const contentOf = (path: string) => at(path).responses.find(({ status }) => status === '200')?.contents[0]
const fieldsOf = (schema: Schema | undefined) => Object.keys(resolved(schema)?.properties ?? {})

describe('a promise that a handler returns', () => {
  it.each(['call', 'typed', 'resolved', 'chained', 'kept'])('is what it comes to: %s', (name) => {
    expect(fieldsOf(contentOf(`/promised/${name}`)?.schema)).toEqual(['n'])
  })

  it('is what each branch comes to', () => {
    const arms = contentOf('/promised/chosen')?.schema.anyOf ?? []

    expect(arms.map(fieldsOf)).toEqual([['n'], ['n']])
  })

  it('of a text is a text', () => {
    expect(contentOf('/promised/text')?.mediaType).toBe('text/plain')
  })

  it('is nothing but an object where it stands inside a value', () => {
    const inner = contentOf('/promised/inner')?.schema.properties?.later

    expect(fieldsOf(inner)).toEqual([])
  })
})

describe('a header that a hook asks strangers for', () => {
  const key = (path: string) => at(path).parameters.find(({ name }) => name === 'x-api-key')

  it('shows who the client is', () => {
    expect(key('/keyed')?.implied).toBe(true)
  })

  it('is a parameter where the handler reads it too', () => {
    expect(key('/keyed/read')?.implied).toBeUndefined()
  })
})

describe('an error handler that asks what the error is', () => {
  const opened = (path: string) =>
    at(path).gaps.flatMap(({ about, statuses }) => (about === 'status' ? (statuses ?? ['any']) : []))

  it.each(['409', '422'])('may answer %s to an error that the project does not construct', (status) => {
    expect(opened('/handled')).toContain(status)
  })

  it('answers with no status that only a class of the project leads to', () => {
    expect(opened('/handled')).not.toContain('404')
    expect(opened('/handled')).not.toContain('any')
  })

  it('answers with it where the route throws that class', () => {
    expect(at('/handled/missing').responses.map(({ status }) => status)).toContain('404')
  })
})

describe('a literal that a handler returns', () => {
  it('has what the declared reply says may be there', () => {
    const { items } = contentOf('/replies/list')?.schema ?? {}
    const item = typeof items === 'object' ? items : undefined

    expect(fieldsOf(item)).toEqual(['sku', 'addedAt', 'price'])
    expect(item?.required).toEqual(['sku', 'addedAt'])
  })

  it('has what the reply declared for its status says may be there', () => {
    expect(fieldsOf(contentOf('/replies/by-status')?.schema)).toEqual(['sku', 'addedAt', 'price'])
  })

  it('is no more than it is where nothing is declared, with items of one kind', () => {
    const { items } = contentOf('/replies/undeclared')?.schema ?? {}
    const arms = typeof items === 'object' ? (items.anyOf ?? [items]) : []

    expect(arms.map(fieldsOf)).toEqual([['sku'], ['sku']])
  })
})
