import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from './app.js'
import { startNest } from './started.js'

describe('a method of a controller that an earlier one may hide', () => {
  const { at } = readFixture('unreached')
  let server: Awaited<ReturnType<typeof startNest>>
  beforeAll(async () => {
    server = await startNest('unreached', () => {})
  })
  afterAll(() => server.stop())

  it.each([
    ['GET /pets/first', '/pets/first'],
    ['GET /pets/search', '/pets/{id}'],
    ['POST /pets/search', '/pets/search'],
    ['GET /pets/listed', '/pets/{id}'],
    ['GET /pets/{id}/toys', '/pets/{id}/toys'],
    ['GET /handed/search', '/handed/search'],
    ['GET /handed/any/search', '/handed/any/{id}'],
  ])('%s is answered by %s, and the tool says so', async (operation, answer) => {
    const [method = '', path = ''] = operation.split(' ')
    const said = await fetch(server.base + path.replace('{id}', '1'), { method })
    expect(await said.json()).toMatchObject({ at: answer })
    expect(at(operation).unreached !== undefined).toBe(path !== answer)
  })

  it('is not hidden where its host is another', () => {
    expect(at('GET /hosted/search').unreached).toBeUndefined()
  })
})
