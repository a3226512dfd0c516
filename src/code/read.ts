import ts from 'typescript'
import type { CodeContract } from '../model/contract.js'
import type { Endpoint } from '../model/endpoint.js'
import type { Location } from '../model/location.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { Adapter, Reading } from './adapters/adapter.js'
import { adapters } from './adapters/index.js'
import type { Project } from './project.js'
import { servedTwice } from './routing/untold.js'
import { doubting, generatedTypes, withSchemas } from './tautologies.js'

/**
 * What the code of a project serves, by every framework that its dependencies or imports name. `prefix` stands before every
 * path. An error where no known framework is in sight; a framework without a route is no error here.
 */
export function readCode(project: Project, prefix = ''): Result<CodeContract, UserError> {
  const all: readonly (readonly [string, Adapter])[] = Object.entries(adapters)
  const imported = importedPackages(project)
  const active = all.filter(([, { packages }]) =>
    packages.some((name) => project.dependencies.has(name) || imported.has(name)),
  )
  if (active.length === 0) return { ok: false, error: noFramework(project) }
  const readings = withoutGenerated(active.map(([id, adapter]) => ({ id, ...adapter.read(project) })))
  const speaking = readings.filter(({ endpoints }) => endpoints.length > 0)
  const endpoints = speaking
    .flatMap(({ id, endpoints }) => endpoints.map((endpoint) => named(endpoint, id, prefix)))
    .map((endpoint, _, all) => (speaking.length > 1 ? besideOthers(endpoint, all) : endpoint))
  const generated = generatedTypes(project, endpoints)
  const doubt = doubting(generated)
  return {
    ok: true,
    value: {
      project: project.config,
      adapters: (speaking.length > 0 ? speaking : readings).map(({ id }) => id),
      endpoints: generated.length === 0 ? endpoints : endpoints.map((endpoint) => withSchemas(endpoint, doubt)),
      schemas:
        generated.length === 0
          ? project.types.schemas
          : Object.fromEntries(Object.entries(project.types.schemas).map(([name, schema]) => [name, doubt(schema)])),
      unresolved: readings.flatMap(({ unresolved }) => unresolved),
      notices: [
        ...project.notices,
        ...generated.map(
          ({ file }) =>
            `${file} was generated from an OpenAPI document: what the code types with it agrees with that document by itself`,
        ),
      ],
    },
  }
}

/** What applications of two frameworks serve under one path is told of neither. */
function besideOthers(endpoint: Endpoint, all: readonly Endpoint[]): Endpoint {
  const { method, path, adapter } = endpoint
  const other = all.find((one) => one.adapter !== adapter && one.method === method && one.path === path)
  return other === undefined ? endpoint : servedTwice(endpoint, other.at)
}

type NamedReading = Reading & { readonly id: string }

/** What stands in a file that was written from another adapter's routes is told once. */
function withoutGenerated(readings: readonly NamedReading[]): readonly NamedReading[] {
  return readings.map((reading) => {
    const others = readings.filter((other) => other !== reading && other.endpoints.length > 0)
    const files = new Set(others.flatMap(({ generated }) => generated ?? []))
    const calls = new Set(others.flatMap(({ registering }) => registering ?? []).map(placeOf))
    return {
      ...reading,
      endpoints: reading.endpoints.filter(({ at }) => !files.has(at.file)),
      unresolved: reading.unresolved.filter(({ at }) => !files.has(at.file) && !calls.has(placeOf(at))),
    }
  })
}

const placeOf = ({ file, line, column }: Location): string => `${file}:${line}:${column}`

const named = (endpoint: Endpoint, adapter: string, prefix: string): Endpoint => ({
  ...endpoint,
  adapter,
  path: prefix === '' ? endpoint.path : `${prefix}${endpoint.path === '/' ? '' : endpoint.path}`,
})

function importedPackages({ files }: Project): ReadonlySet<string> {
  const specifiers = files.flatMap(({ statements }) =>
    statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)
        ? [statement.moduleSpecifier.text]
        : [],
    ),
  )
  return new Set(specifiers)
}

function noFramework(project: Project): UserError {
  return {
    message: `no framework that tattletype reads is among the dependencies or imports of ${project.config}`,
    hint: `It reads ${Object.keys(adapters).join(', ')}. For any other, give the OpenAPI document that it generates with --code.`,
  }
}
