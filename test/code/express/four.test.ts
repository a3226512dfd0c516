import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, listening } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { compileSample } from '../../samples/compile-sample.js'
import { express4, withExpress4 } from '../../samples/with-express-4.js'

const require = createRequire(import.meta.url)
const fixture = fileURLToPath(new URL('fixtures/four/', import.meta.url))

const questions = [
  ask('GET /optional', 200),
  ask('GET /optional/{id}', 200, { path: '/optional/3' }),
  ask('GET /digits/{id}', 200, { path: '/digits/7' }),
  ask('GET /either/{kind}', 200, { path: '/either/cat' }),
  ask('GET /files/{*splat}', 200, { path: '/files/a/b' }),
  ask('GET /from/{from}-{to}', 200, { path: '/from/a-b' }),
  ask('GET /first', 200),
  ask('GET /second', 200),
  ask('ALL /any', 200),
  ask('GET /chained', 200),
  ask('POST /chained', 201, { body: { name: 'Rex' } }),
  ask('GET /nested/{parent}', 200, { path: '/nested/p1' }),
  ask('GET /async', 200),
  ask('GET /async', 503, { path: '/async?fail=1' }),
  ask('GET /status', 410),
  ask('GET /old', 404),
  ask('GET /old', 200, { path: '/old?known=1' }),
]

describe('the fixture of Express 4', () => {
  const code = codeOracle(fixture)

  it('is started with Express 4', () => {
    expect(require(join(express4, 'package.json')).version).toMatch(/^4\./)
  })

  holdAnswers({
    questions,
    code,
    unprovoked: [],
    start: () => {
      const { createApp }: { createApp(): Express } = require(join(withExpress4(compileSample(fixture)), 'app.js'))
      return listening(createApp().listen(0))
    },
  })
})
