import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { h3 } from '../../../src/code/adapters/h3/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

const files = {
  'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, types: [], module: 'esnext', target: 'es2022' } }),
  'package.json': '{"dependencies":{"nitropack":"2","express":"5"}}',
  'src/routes/models.ts': 'export default function (req: object, res: object, next: () => void) { next() }',
  'src/routes/pets.ts': 'export default (event: object) => ({ event })',
}

it('takes no handler or router of another framework for a file of Nitro', () => {
  const virtual = { files: new Map(Object.entries(files)), alone: true as const }
  const project = openProject(resolve('test/code/h3'), { virtual })
  if (!project.ok) throw new Error(project.error.message)
  expect(h3.read(project.value).endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['ALL /pets'])
})
