import { fileURLToPath } from 'node:url'
import { nest } from '../../../src/code/adapters/nest/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

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
