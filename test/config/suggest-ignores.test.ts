import { describe, expect, it } from 'vitest'
import { suggestIgnores } from '../../src/config/suggest-ignores.js'

const of = (...routes: readonly string[]) =>
  suggestIgnores(routes.map((route) => ({ method: route.split(' ')[0] ?? '', path: route.split(' ')[1] ?? '' })))

describe('suggested patterns', () => {
  it.each([
    ['GET /health', 'health', 'GET /health'],
    ['GET /api/v1/healthz', 'health', 'GET /api/v1/healthz'],
    ['ALL /ping', 'health', '/ping'],
    ['GET /health/ready', 'health', '/health/**'],
    ['GET /metrics', 'metrics', 'GET /metrics'],
    ['GET /api-docs/swagger.json', 'docs', '/api-docs/**'],
    ['GET /openapi.json', 'docs', 'GET /openapi.json'],
    ['GET /docs/{*path}', 'docs', '/docs/**'],
    ['GET /api/cron/send-reminders', 'cron', '/api/cron/**'],
    ['GET /static/{*path}', 'static', '/static/**'],
    ['GET /favicon.ico', 'static', 'GET /favicon.ico'],
  ])('%s is %s', (route, kind, pattern) => {
    expect(of(route)).toEqual([{ kind, pattern, routes: 1 }])
  })

  it.each([
    'GET /orders/{id}/status',
    'POST /health',
    'GET /docs/{id}',
    'GET /metrics/{name}',
    'GET /images/{id}',
    'GET /pets',
    'DELETE /cron/{id}',
  ])('%s is a resource', (route) => {
    expect(of(route)).toEqual([])
  })

  it('stand once for all the routes that they name', () => {
    expect(of('GET /api/cron/a', 'POST /api/cron/b', 'GET /pets')).toEqual([
      { kind: 'cron', pattern: '/api/cron/**', routes: 2 },
    ])
  })
})
