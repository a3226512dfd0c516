import { resolve } from 'node:path'
import type { Reading } from '../../../src/code/adapters/adapter.js'
import { fastify } from '../../../src/code/adapters/fastify/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import type { Project } from '../../../src/code/project.js'
import type { Endpoint } from '../../../src/model/endpoint.js'

/** Opens one of the fixture projects. */
export function openFixture(name: string): Project {
  const project = openProject(resolve('test/code/fastify/fixtures', name))
  if (!project.ok) throw new Error(project.error.message)
  return project.value
}

/** What the adapter makes of one of the fixture projects. */
export function readFixture(name: string): Reading {
  return fastify.read(openFixture(name))
}

/** An endpoint in few words: `{ answers: '200 401', security: 'guarded', parameters: 'query page!' }`. */
export function summary(endpoint: Endpoint | undefined) {
  if (endpoint === undefined) return undefined
  const answers = endpoint.responses.map(({ status, contents }) =>
    [status, ...contents.map(({ mediaType }) => mediaType)].join(' '),
  )
  const parameters = endpoint.parameters.map(
    ({ in: place, name, required }) => `${place} ${name}${required ? '!' : ''}`,
  )
  return { answers, parameters, security: endpoint.security.kind }
}
