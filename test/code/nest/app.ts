import { fileURLToPath } from 'node:url'
import { nest } from '../../../src/code/adapters/nest/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import { openFiles } from '../in-memory.js'

/** A fixture application as the adapter reads it. */
export function readFixture(name = 'app') {
  const opened = openProject(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)))
  if (!opened.ok) throw new Error(opened.error.message)
  const { endpoints, unresolved } = nest.read(opened.value)
  const at = (name: string) => {
    const [method, path] = name.split(' ')
    const found = endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
    if (!found) throw new Error(`${name} was not read`)
    return found
  }
  return { endpoints, unresolved, at, schemas: opened.value.types.schemas }
}

/** An application of one file, held in memory, as the adapter reads it. */
export function readText(text: string) {
  const options = { strict: true, module: 'NodeNext', experimentalDecorators: true, emitDecoratorMetadata: true }
  const files = new Map([
    ['package.json', '{"dependencies":{"@nestjs/common":"11","@nestjs/core":"11","class-validator":"0"}}'],
    ['tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['a.ts'] })],
    ['a.ts', text],
  ])
  const project = openFiles('test/code/nest', files)
  return { ...nest.read(project), schemas: project.types.schemas }
}
