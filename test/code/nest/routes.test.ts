import { describe, expect, it } from 'vitest'
import { readFixture } from './app.js'

const { endpoints, unresolved, at } = readFixture()

describe('the routes of a Nest application', () => {
  it('are those of the controllers that the modules reach, with every prefix and version', () => {
    expect(endpoints.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      [
        'GET /api/cats',
        'PUT /api/cats/{id}',
        'PUT /api/cats/by-id/{id}',
        'GET /api/v1/dogs',
        'GET /api/v2/dogs',
        'GET /api/v3/dogs/new',
        'DELETE /api/back/office/users/{id}',
        'GET /ping',
        'GET /status/{id}',
        'ALL /api/files/{*path}',
        'PATCH /api/a/{b}',
        'HEAD /api/head',
        'OPTIONS /api/options',
        'POST /api/body/create',
        'POST /api/body/update',
        'POST /api/body/rename',
        'POST /api/body/field',
        'POST /api/body/upload',
        'GET /api/body/query',
        'GET /api/body/pipes/{id}/{number}',
        'POST /api/result/created',
        'POST /api/result/coded',
        'GET /api/result/text',
        'GET /api/result/moved',
        'GET /api/result/file',
        'GET /api/result/plain',
        'GET /api/result/serialised',
        'GET /api/result/sentinel',
        'GET /api/result/own',
        'GET /api/result/teapot',
        'GET /api/result/either',
        'GET /api/result/failing',
        'GET /api/result/passed-on',
        'GET /api/result/at-times',
        'GET /api/result/caught',
        'GET /api/secret/token',
        'GET /api/secret/age',
        'GET /api/secret/open',
      ].sort(),
    )
  })

  it('leave out a controller that no module lists, and say so', () => {
    expect(unresolved.map(({ reason }) => reason)).toEqual([
      'the controller LooseController is listed in no module that the application imports',
    ])
  })

  it('stand where the decorator of the method stands', () => {
    expect(at('DELETE /api/back/office/users/{id}').at).toMatchObject({ file: 'src/controllers.ts', line: 42 })
  })
})

describe('the guards of a route', () => {
  it.each([
    ['GET /api/secret/token', 'guarded', ['401']],
    ['GET /api/secret/age', 'guarded', ['401', '403']],
    ['GET /api/secret/open', 'unknown', ['403']],
    ['GET /ping', 'open', []],
  ])('make %s %s and answer by themselves', (name, kind, statuses) => {
    const { security, responses } = at(name)
    expect(security.kind).toBe(kind)
    expect(responses.filter(({ status, implied }) => implied && status !== '500').map(({ status }) => status)).toEqual(
      statuses,
    )
  })
})

describe('the statuses of a route', () => {
  it.each([
    ['POST /api/result/created', ['201']],
    ['POST /api/result/coded', ['202']],
    ['GET /api/result/moved', ['301']],
    ['GET /api/result/plain', ['200', '404']],
    ['GET /api/result/sentinel', ['200', '409']],
    ['GET /api/result/own', ['200', '402']],
    ['GET /api/result/teapot', ['418']],
    ['GET /api/result/either', ['404', '418']],
    ['GET /api/result/failing', ['404']],
    ['GET /api/result/passed-on', ['404']],
    ['GET /api/result/at-times', ['200', '404']],
    ['GET /api/result/caught', ['200']],
    ['POST /api/body/create', ['201']],
  ])('of %s that a line of the project decides are %j', (name, statuses) => {
    expect(
      at(name)
        .responses.filter(({ implied }) => !implied)
        .map(({ status }) => status),
    ).toEqual(statuses)
  })

  it('hold the 400 of a pipe as implied', () => {
    expect(at('POST /api/body/create').responses.find(({ status }) => status === '400')?.implied).toBe(true)
  })
})
