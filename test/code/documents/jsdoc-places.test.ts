import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { findJsdocDocuments } from '../../../src/code/documents/swagger-jsdoc.js'
import { openProject } from '../../../src/code/program/open.js'

/** Where the blocks of a document are looked for first, and whether there may be more. */
function placesOf(text: string) {
  const files = new Map([
    ['tsconfig.json', '{"files":["a.ts"]}'],
    ['a.ts', text],
  ])
  const project = openProject(resolve('test/code/documents'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  return findJsdocDocuments(project.value).map(({ globs, incomplete }) => [
    globs.map(([first]) => first),
    incomplete !== undefined,
  ])
}

const next = "import { createSwaggerSpec } from 'next-swagger-doc'\n"
const files = '**/*.{ts,tsx,jsx,js,swagger.yaml}'

it.each([
  [
    'the folders that next-swagger-doc is told',
    "createSwaggerSpec({ definition: { openapi: '3.0.0' }, apiFolder: 'src/app/api', schemaFolders: ['schemas'] })",
    [`src/app/api/${files}`, `schemas/${files}`],
    false,
  ],
  [
    'the folder that it takes by itself',
    "createSwaggerSpec({ definition: { openapi: '3.0.0' } })",
    [`pages/api/${files}`],
    false,
  ],
])('are %s', (_which, call, places, open) => {
  expect(placesOf(next + call)).toEqual([[places, open]])
})

it('are the sources where a list is filled while the code runs', () => {
  const text =
    "import jsdoc from 'swagger-jsdoc'\nconst found: string[] = []\njsdoc({ definition: { openapi: '3.0.0' }, apis: [found.join('')] })"
  expect(placesOf(text)).toEqual([[['**/*.{ts,js}'], true]])
})

it('are the sources where only running the code would tell', () => {
  const text =
    "import jsdoc from 'swagger-jsdoc'\ndeclare const found: string[]\njsdoc({ definition: { openapi: '3.0.0' }, apis: found })"
  expect(placesOf(text)).toEqual([[['**/*.{ts,js}'], true]])
})

it('are those of the package that the call stands in, which its scripts are run from', () => {
  const text = `import swaggerJsdoc from 'swagger-jsdoc'
export const spec = swaggerJsdoc({ definition: { openapi: '3.0.0' }, apis: ['./src/routes/*.ts'] })`
  const files = new Map([
    ['tsconfig.json', '{"include":["**/*.ts"]}'],
    ['apps/server/package.json', '{}'],
    ['apps/server/src/config/swagger.ts', text],
  ])
  const project = openProject(resolve('test/code/documents'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const [found] = findJsdocDocuments(project.value)
  expect(found?.globs.map((tries) => [...new Set(tries)])).toEqual([['apps/server/src/routes/*.ts', 'src/routes/*.ts']])
})
