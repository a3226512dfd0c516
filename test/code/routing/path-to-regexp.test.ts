import { expect, it } from 'vitest'
import { readPath } from '../../../src/code/routing/path-to-regexp.js'

const rows: readonly [string, readonly string[]][] = [
  ['/pets', ['/pets']],
  ['/pets/:id', ['/pets/{id}']],
  ['/pets/:id?', ['/pets/{id}', '/pets']],
  ['/pets{/:id}', ['/pets/{id}', '/pets']],
  ['/pets/:id(\\d+)', ['/pets/{id}']],
  ['/pets/:from-:to', ['/pets/{from}-{to}']],
  ['/files/:name.:extension', ['/files/{name}.{extension}']],
  ['/files/*', ['/files/{*splat}']],
  ['/files/*path', ['/files/{*path}']],
  ['/files/(.*)', ['/files/{*splat}']],
  ['/files/:path*', ['/files/{*path}']],
  ['/files/:path(.*)', ['/files/{*path}']],
  ['*', ['{*splat}']],
  ['/colou?r', ['/colour', '/color']],
]

it.each(rows)('%s is %j', (pattern, paths) => {
  const reading = readPath(pattern)
  expect('templates' in reading && reading.templates.map((each) => each.path)).toEqual(paths)
})

it('keeps the pattern of a parameter', () => {
  expect(readPath('/pets/:id(\\d+)')).toEqual({ templates: [{ path: '/pets/{id}', patterns: { id: '\\d+' } }] })
})

it.each(['/(a|b)', '/ab+c'])('%s cannot be said by a template', (pattern) => {
  expect(readPath(pattern)).toEqual({ unreadable: expect.stringContaining('no template can say') })
})
