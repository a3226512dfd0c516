import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { ask, holdAnswers, listening, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { createApp } from './fixtures/told/app.js'

const pet = { name: 'Rex' }
const questions = (by: string, refused: number): readonly Question[] => [
  ask(`POST ${by}/celebrate`, 200, { body: pet }),
  ask(`POST ${by}/celebrate`, refused, { body: {} }),
  ask(`POST ${by}/joi`, 201, { body: pet }),
  ask(`POST ${by}/joi`, 400, { body: {} }),
  ask(`GET ${by}/http`, 404),
  ask(`GET ${by}/app`, 409),
  ask(`GET ${by}/plain`, 500),
]

describe('errors that are told apart by what packages say of them', () => {
  holdAnswers({
    questions: [
      ...questions('/question', 422),
      // By celebrate's own `errors()`.
      ...questions('/mark', 400),
      ask('GET /question/http', 410, { path: '/question/http?gone=1' }),
    ],
    code: codeOracle(fileURLToPath(new URL('fixtures/told/', import.meta.url))),
    unprovoked: [],
    start: () => listening(createApp().listen(0)),
  })
})
