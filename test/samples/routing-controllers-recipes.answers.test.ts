import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { describe } from 'vitest'
import { bearer, holdAnswers, listening, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'
import { forgetControllers } from './forget-controllers.js'

const sample = fileURLToPath(new URL('../../samples/routing-controllers-recipes/', import.meta.url))

const soup = { title: 'Soup', minutes: 40, course: 'starter', ingredients: [{ name: 'Leek', grams: 250 }] }

/** In this order: later questions ask about what earlier ones made. */
const questions: readonly Question[] = [
  { operation: 'GET /api/account', path: '/api/account', status: 200, headers: bearer('ada') },
  { operation: 'GET /api/account', path: '/api/account', status: 401 },
  { operation: 'GET /api/recipes/today', path: '/api/recipes/today', status: 204 },
  { operation: 'POST /api/recipes', path: '/api/recipes', status: 401, body: soup },
  { operation: 'POST /api/recipes', path: '/api/recipes', status: 201, headers: bearer('ben'), body: soup },
  { operation: 'POST /api/recipes', path: '/api/recipes', status: 409, headers: bearer('ben'), body: soup },
  {
    operation: 'POST /api/recipes',
    path: '/api/recipes',
    status: 400,
    headers: bearer('ben'),
    body: { ...soup, minutes: 0 },
  },
  {
    operation: 'POST /api/recipes',
    path: '/api/recipes',
    status: 400,
    headers: bearer('ben'),
    body: { ...soup, salt: true },
  },
  { operation: 'GET /api/recipes', path: '/api/recipes?course=starter&limit=3', status: 200 },
  { operation: 'GET /api/recipes', path: '/api/recipes?limit=few', status: 400 },
  { operation: 'GET /api/recipes/today', path: '/api/recipes/today', status: 200 },
  { operation: 'GET /api/recipes/{id}', path: '/api/recipes/1', status: 200 },
  { operation: 'GET /api/recipes/{id}', path: '/api/recipes/9', status: 404 },
  { operation: 'GET /api/recipes/{id}', path: '/api/recipes/one', status: 400 },
  {
    operation: 'PATCH /api/recipes/{id}',
    path: '/api/recipes/1',
    status: 200,
    headers: bearer('ben'),
    body: { minutes: 45 },
  },
  {
    operation: 'PATCH /api/recipes/{id}',
    path: '/api/recipes/1',
    status: 400,
    headers: bearer('ben'),
    body: { minutes: 'long' },
  },
  { operation: 'PATCH /api/recipes/{id}', path: '/api/recipes/1', status: 401, body: {} },
  { operation: 'PATCH /api/recipes/{id}', path: '/api/recipes/9', status: 404, headers: bearer('ben'), body: {} },
  { operation: 'GET /api/recipes/{recipeId}/reviews', path: '/api/recipes/1/reviews', status: 200 },
  {
    operation: 'POST /api/recipes/{recipeId}/reviews',
    path: '/api/recipes/1/reviews',
    status: 200,
    body: { stars: 4 },
  },
  {
    operation: 'POST /api/recipes/{recipeId}/reviews',
    path: '/api/recipes/1/reviews',
    status: 400,
    body: { stars: 9 },
  },
  {
    operation: 'POST /api/recipes/{recipeId}/reviews',
    path: '/api/recipes/9/reviews',
    status: 404,
    body: { stars: 4 },
  },
  { operation: 'GET /api/recipes/{recipeId}/reviews', path: '/api/recipes/1/reviews', status: 200 },
  { operation: 'GET /api/recipes/{recipeId}/reviews', path: '/api/recipes/9/reviews', status: 404 },
  { operation: 'GET /api/recipes/{recipeId}/reviews', path: '/api/recipes/x/reviews', status: 400 },
  { operation: 'DELETE /api/recipes/{id}', path: '/api/recipes/1', status: 403 },
  {
    operation: 'DELETE /api/recipes/{id}',
    path: '/api/recipes/1',
    status: 403,
    headers: { ...bearer('ben'), 'x-reason': 'bad' },
  },
  { operation: 'DELETE /api/recipes/{id}', path: '/api/recipes/1', status: 400, headers: bearer('ada') },
  {
    operation: 'DELETE /api/recipes/{id}',
    path: '/api/recipes/9',
    status: 404,
    headers: { ...bearer('ada'), 'x-reason': 'bad' },
  },
  {
    operation: 'DELETE /api/recipes/{id}',
    path: '/api/recipes/1',
    status: 204,
    headers: { ...bearer('ada'), 'x-reason': 'bad' },
  },
  { operation: 'GET /api/status', path: '/api/status', status: 200 },
  { operation: 'GET /api/status/docs', path: '/api/status/docs', status: 302 },
]

describe('routing-controllers-recipes', () => {
  holdAnswers({
    questions,
    code: codeOracle(sample),
    document: join(sample, 'openapi.right.yaml'),
    prefix: '/api',
    start: () => {
      forgetControllers()
      const { createApp }: { createApp(): Express } = createRequire(import.meta.url)(
        join(compileSample(sample), 'app.js'),
      )
      return listening(createApp().listen(0))
    },
  })
})
