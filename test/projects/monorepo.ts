import { audit } from '../../src/audit.js'
import { run } from '../../src/cli/run.js'
import type { Report } from '../../src/model/report.js'
import { rules } from '../../src/rules/index.js'
import { worldOf } from '../cli/world.js'

/** A document of `GET /pets`, or another path, whose answers hold these fields; what stands for the code is written the same way. */
export function documentOf(fields: readonly string[], path = '/pets'): string {
  return documentWith({ [path]: fields })
}

/** The same of several paths. */
export function documentWith(operations: Readonly<Record<string, readonly string[]>>): string {
  const paths = Object.fromEntries(Object.entries(operations).map(([path, fields]) => [path, itemOf(fields)]))
  return `${JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '1' }, paths }, null, 2)}\n`
}

function itemOf(fields: readonly string[]) {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: fields, properties } } }
  return { get: { responses: { 200: { description: 'ok', content } } } }
}

/** The files of a package with a configuration of its own: what its code serves, and what its document says. */
export const packageOf = (folder: string, code: readonly string[], spec: readonly string[], path?: string) => ({
  [`${folder}/served.json`]: documentOf(code, path),
  [`${folder}/openapi.json`]: documentOf(spec, path),
  [`${folder}/tattletype.config.json`]: '{ "spec": "openapi.json", "code": "served.json" }\n',
})

export const listing = (...projects: readonly unknown[]) => ({
  'tattletype.config.json': `${JSON.stringify({ projects })}\n`,
})

/** Runs a command line in a folder, with the audit itself. */
export async function tattletype(root: string, ...argv: readonly string[]) {
  const world = worldOf(undefined, { cwd: root })
  const code = await run(argv, world.io, { ...world.tool, audit, rules })
  return { code, out: world.stdout(), err: world.stderr() }
}

/** The same, with the JSON report: each finding as `a undocumented-response-field /wild`. */
export async function findingsOf(root: string, ...argv: readonly string[]) {
  const { code, out, err } = await tattletype(root, ...argv, '--format', 'json')
  // The shape that `tattletype schema report` promises, which another test holds it to.
  const report = JSON.parse(out === '' ? '{"findings":[]}' : out) as Report
  const findings = report.findings.map(({ project, rule, pointer }) => `${project} ${rule} ${pointer}`)
  return { code, err, report, findings }
}
