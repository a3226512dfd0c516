import { resolve } from 'node:path'
import type { Reading } from '../../../src/code/adapters/adapter.js'
import { next } from '../../../src/code/adapters/next/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import type { Endpoint } from '../../../src/model/endpoint.js'

/** What the adapter makes of one of the fixture projects. */
export function readFixture(name: string): Reading {
  const project = openProject(resolve('test/code/next/fixtures', name))
  if (!project.ok) throw new Error(project.error.message)
  return next.read(project.value)
}

/** An endpoint in few words: `200 application/json`, `query page`, `body multipart/form-data`. */
export function summary(endpoint: Endpoint | undefined) {
  if (endpoint === undefined) return undefined
  return {
    answers: endpoint.responses.map(({ status, contents }) =>
      [status, ...contents.map(({ mediaType }) => mediaType.replace('application/', ''))].join(' '),
    ),
    reads: [
      ...endpoint.parameters.map(({ in: place, name }) => `${place} ${name}`),
      ...(endpoint.body?.contents ?? [])
        .filter(({ implied }) => !implied)
        .map(({ mediaType }) => `body ${mediaType.replace('application/', '')}`),
    ],
    security: endpoint.security.kind,
  }
}
