import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const services = `
  interface Pet { id: number }
  const pets: Pet[] = []
  const find = async (id: number) => {
    const pet = pets.find((each) => each.id === id)
    if (!pet) return { success: false, statusCode: 404, message: 'none' }
    return { success: true, statusCode: 200, data: pet }
  }
  type Result = { success: true; statusCode: 200; data: Pet } | { success: false; statusCode: 404 | 409; message: string }
  declare const declared: (id: number) => Promise<Result>
`
const read = (body: string) => {
  const { project, routes } = serve(`import express from 'express'
    const app = express()
    ${services}
    app.get('/a', async (req, res) => { ${body} })`)
  return routes.flatMap((route) => endpointsOf(project, route, dialect))[0]?.responses ?? []
}

describe('a flag and a status of one returned object', () => {
  it.each([
    [
      'stay together where the service is read',
      `const r = await find(1); if (!r.success) return res.status(r.statusCode).json({ message: r.message }); res.status(r.statusCode).json({ data: r.data })`,
      ['200 data', '404 message'],
    ],
    [
      'stay together where the status of success is left out',
      `const r = await find(1); if (!r.success) return res.status(r.statusCode).json({ message: r.message }); res.json({ data: r.data })`,
      ['200 data', '404 message'],
    ],
    [
      'stay together by a declared type',
      `const r = await declared(1); if (!r.success) return res.status(r.statusCode).json({ message: r.message }); res.status(r.statusCode).json({ data: r.data })`,
      ['200 data', '404 message', '409 message'],
    ],
  ])('%s', (_, body, expected) => {
    const shown = read(body).map(({ status, contents }) => {
      const schema = contents[0]?.schema
      return `${status} ${Object.keys((schema?.anyOf?.[0] ?? schema)?.properties ?? {}).join()}`
    })
    expect(shown).toEqual(expected)
  })

  it('do not tell what is in the rest of it', () => {
    const bodies = read(`const { success, statusCode, ...rest } = await find(1)
      if (!success) return res.status(statusCode).json(rest)
      res.status(statusCode).json(rest)`)
    expect(bodies.map(({ contents }) => contents[0]?.schema.inexact !== undefined)).toEqual([true, true])
  })
})
