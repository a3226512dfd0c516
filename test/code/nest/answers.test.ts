import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { compileSample } from '../../samples/compile-sample.js'

const require = createRequire(import.meta.url)
const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))
const cat = { name: 'Tom', age: 3, mood: 'fine', toys: [{ name: 'ball' }], tag: 'abc' }
const home = '7b0f3c1e-58a5-4f0b-9a55-6d1f0c9f2a11'
const known = { authorization: 'x' }

function ask(operation: string, status: number, query = '', rest: Partial<Question> = {}): Question {
  const path = operation.replace(/^\w+ /, '').replace(/\{\*?\w+\}/g, '1')
  return { operation, path: `${path}${query}`, status, ...rest }
}

function pipes(status: number, id: string, query: string): Question {
  const operation = 'GET /api/body/pipes/{id}/{number}'
  return { operation, path: `/api/body/pipes/${id}/1${query}`, status }
}

const questions: readonly Question[] = [
  ask('PUT /api/cats/{id}', 200),
  ask('PUT /api/cats/by-id/{id}', 200),
  ask('GET /api/cats', 200),
  ask('GET /api/v1/dogs', 200),
  ask('GET /api/v2/dogs', 200),
  ask('GET /api/v3/dogs/new', 200),
  ask('DELETE /api/back/office/users/{id}', 200),
  ask('GET /ping', 200),
  ask('GET /status/{id}', 200),
  ask('ALL /api/files/{*path}', 200),
  ask('PATCH /api/a/{b}', 200),
  ask('HEAD /api/head', 200),
  ask('OPTIONS /api/options', 200),
  ask('POST /api/body/create', 400),
  ask('POST /api/body/create', 201, '', { body: cat }),
  ask('POST /api/body/update', 201, '', { body: { age: 4 } }),
  ask('POST /api/body/update', 400, '', { body: { age: 400 } }),
  ask('POST /api/body/rename', 201, '', { body: cat }),
  ask('POST /api/body/rename', 400, '', { body: { tag: 5 } }),
  ask('POST /api/body/field', 201, '', { body: cat }),
  ask('POST /api/body/upload', 201),
  ask('GET /api/body/query', 400),
  ask('GET /api/body/query', 200, `?home=${home}`),
  pipes(200, home, '?mood=foul&strict=true'),
  pipes(400, home, '?mood=glad'),
  pipes(400, 'none', ''),
  ask('POST /api/result/created', 201),
  ask('POST /api/result/coded', 202),
  ask('GET /api/result/text', 200),
  ask('GET /api/result/moved', 301),
  ask('GET /api/result/file', 200),
  ask('GET /api/result/plain', 404),
  ask('GET /api/result/serialised', 404),
  ask('GET /api/result/sentinel', 409),
  ask('GET /api/result/own', 200),
  ask('GET /api/result/own', 402, '?fail=yes'),
  ask('GET /api/result/teapot', 418),
  ask('GET /api/result/either', 418),
  ask('GET /api/result/either', 404, '?a=1'),
  ask('GET /api/result/failing', 404),
  ask('GET /api/result/passed-on', 404),
  ask('GET /api/result/at-times', 200),
  ask('GET /api/result/at-times', 404, '?a=1'),
  ask('GET /api/result/caught', 200),
  ask('GET /api/secret/token', 401),
  ask('GET /api/secret/token', 200, '', { headers: known }),
  ask('GET /api/secret/age', 401),
  ask('GET /api/secret/age', 403, '', { headers: known }),
  ask('GET /api/secret/age', 200, '', { headers: { ...known, 'x-age': '18' } }),
  ask('GET /api/secret/open', 403),
  ask('GET /api/secret/open', 200, '', { headers: { 'x-age': '18' } }),
]

interface App {
  setGlobalPrefix(prefix: string, options: object): void
  enableVersioning(options: object): void
  useGlobalPipes(pipe: object): void
  listen(port: number): Promise<unknown>
  getUrl(): Promise<string>
  close(): Promise<unknown>
}

/** As `main.ts` of the fixture starts it, but on any port. */
async function start() {
  const compiled = compileSample(fixture)
  const controllers = join(compiled, 'controllers.js')
  // The Express that is installed knows no patterns in paths; older ones do.
  writeFileSync(controllers, readFileSync(controllers, 'utf8').replace('a/:b(\\\\d+)', 'a/:b'))
  require('reflect-metadata')
  const { RequestMethod, ValidationPipe, VersioningType } = require('@nestjs/common')
  const { AppModule } = require(join(compiled, 'app.module.js'))
  const app: App = await require('@nestjs/core').NestFactory.create(AppModule, { logger: false })
  app.setGlobalPrefix('api', { exclude: ['ping', { path: 'status/:id', method: RequestMethod.GET }] })
  app.enableVersioning({ type: VersioningType.URI })
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(0)
  return { base: (await app.getUrl()).replace('[::1]', 'localhost'), stop: () => app.close() }
}

describe('the fixture of NestJS', () => {
  holdAnswers({ questions, code: codeOracle(fixture), start })
})
