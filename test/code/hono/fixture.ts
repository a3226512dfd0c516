import { resolve } from 'node:path'
import type { Reading } from '../../../src/code/adapters/adapter.js'
import { hono } from '../../../src/code/adapters/hono/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

/** What the adapter makes of the fixture project. */
export function readFixture(name: string): Reading {
  const project = openProject(resolve('test/code/hono/fixtures', name))
  if (!project.ok) throw new Error(project.error.message)
  return hono.read(project.value)
}
