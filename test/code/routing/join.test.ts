import { expect, it } from 'vitest'
import { isUnder, joinPaths } from '../../../src/code/routing/join.js'

it.each([
  ['', '', '/'],
  ['/', '/', '/'],
  ['/api', '/', '/api'],
  ['/api/', '/pets/', '/api/pets'],
  ['api', 'pets', '/api/pets'],
])('%j and %j is %j', (prefix, path, joined) => {
  expect(joinPaths(prefix, path)).toBe(joined)
})

it.each([
  ['/api/pets', '/', true],
  ['/api/pets', '/api', true],
  ['/apis', '/api', false],
  ['/pets/{id}/toys', '/pets/{petId}', true],
  ['/api', '/api/pets', false],
])('what runs on %2$j runs for %1$j: %3$j', (path, prefix, under) => {
  expect(isUnder(path, prefix)).toBe(under)
})
