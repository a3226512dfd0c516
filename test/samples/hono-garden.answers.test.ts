import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { describe } from 'vitest'
import { createApp } from '../../samples/hono-garden/src/app.js'
import { bearer, holdAnswers } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { questions } from './hono-garden.questions.js'

const folder = fileURLToPath(new URL('../../samples/hono-garden', import.meta.url))

describe('hono-garden', () => {
  holdAnswers({
    questions: questions.map(({ stranger, ...question }) => ({
      ...question,
      headers: stranger ? {} : bearer('gardener'),
    })),
    code: codeOracle(folder),
    unprovoked: [],
    document: resolve(folder, 'openapi.right.yaml'),
    start: () =>
      new Promise((started) => {
        const server = serve({ fetch: createApp().fetch, port: 0 }, ({ port }) =>
          started({ base: `http://127.0.0.1:${port}`, stop: () => server.close() }),
        )
      }),
  })
})
