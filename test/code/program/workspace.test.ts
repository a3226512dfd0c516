import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'

const packages = new Map([
  ['apps/api/package.json', '{ "name": "api" }'],
  ['packages/built/package.json', '{ "name": "@org/built", "main": "dist/main.js", "types": "dist/main.d.ts" }'],
  ['packages/built/src/main.ts', 'export const built = 1'],
  ['packages/flat/package.json', '{ "name": "flat", "main": "./lib/index.js" }'],
  ['packages/flat/index.ts', 'export const flat = 1'],
  [
    'packages/plain/package.json',
    '{ "name": "plain", "exports": { ".": { "types": "./src/start.mts" }, "./part": "./part/a.ts" } }',
  ],
  ['packages/plain/src/start.mts', 'export const plain = 1'],
  ['packages/plain/part/a.ts', 'export const part = 1'],
  ['packages/broken/package.json', '{ "name": '],
])

it.each([
  ['@org/built', 'packages/built/src/main.ts'],
  ['flat', 'packages/flat/index.ts'],
  ['plain', 'packages/plain/src/start.mts'],
  ['plain/part', 'packages/plain/part/a.ts'],
  ['@org/other', undefined],
])('an import of %s, a package of the same repository, leads to %s', (specifier, file) => {
  const text = `import * as it from '${specifier}'\nexport const used = it`
  const files = new Map([...packages, ['tsconfig.json', '{"files":["apps/api/a.ts"]}'], ['apps/api/a.ts', text]])
  const project = openProject(resolve('test/code/program'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const { root } = project.value
  const others = project.value.files
    .map(({ fileName }) => fileName.slice(root.length + 1))
    .filter((each) => each !== 'apps/api/a.ts')
  expect(others).toEqual(file === undefined ? [] : [file])
})
