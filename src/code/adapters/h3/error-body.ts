import { dirname } from 'node:path/posix'
import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { ThrownAnswer } from '../../handlers/dialect.js'
import type { Project } from '../../project.js'
import { optionsOf } from '../../routing/handlers.js'
import { memberOf } from '../../values/literals.js'
import type { Value } from '../../values/value.js'

const text: Schema = { type: ['string'], inexact: 'the words of an error are not compared' }
const status: Schema = { type: ['integer'], inexact: 'the status stands in the body' }

/** What Nitro's own error handler writes, as JSON; absent where another one may stand in its place. */
export function nitroErrorBody(project: Project, errors: Value): ThrownAnswer['body'] {
  if (!writesItself(project)) return undefined
  const options = optionsOf(errors)
  if (options.some((each) => each.kind !== 'call')) return undefined
  const data = options.map((each) => dataOf(project, each))
  const present = data.filter((each) => each !== null)
  const properties = { error: { enum: [true] }, url: text, statusCode: status, statusMessage: text, message: text }
  const schema: Schema = {
    type: ['object'],
    properties: present.length === 0 ? properties : { ...properties, data: anyData(present, data.length) },
    required: Object.keys(properties),
  }
  return { mediaType: 'application/json', schema }
}

const unknownData: Schema = { inexact: 'what the error carries is not known', presence: 'it may carry nothing' }

/** A value that is falsy is left out, which no schema of it tells. */
function anyData([first]: readonly Schema[], errors: number): Schema {
  const one = errors === 1 && first !== undefined ? first : unknownData
  return { ...one, presence: 'an error that carries nothing has no such field' }
}

/** What an error of `createError` carries; null where that is nothing. */
function dataOf(project: Project, error: Value): Schema | null {
  const [first] = error.kind === 'call' ? (error.node.arguments ?? []) : []
  if (error.kind !== 'call' || first === undefined) return null
  const given = project.values.evaluate({ expression: first, scope: error.scope })
  if (given.kind === 'literal') return null
  const isPlain =
    given.kind === 'object' &&
    given.node.properties.every((each) => each.name !== undefined && !ts.isComputedPropertyName(each.name))
  if (!isPlain) return unknownData
  const data = memberOf(given, 'data')
  if (data === null) return null
  return project.types.sent(project.checker.getTypeAtLocation(data.expression), data.expression)
}

const own = new WeakMap<Project, boolean>()

/** Nitro 2.11 and later without a handler of the project's own; Nuxt, earlier and later versions write otherwise. */
function writesItself(project: Project): boolean {
  const known = own.get(project)
  if (known !== undefined) return known
  const folder = `${project.root}/${dirname(project.config)}`.replace(/\/\.$/, '')
  const manifest = project.readText(`${folder}/package.json`) ?? ''
  const [, major = '', minor = ''] = /"nitropack"\s*:\s*"[~^]?(\d+)\.(\d+)/.exec(manifest) ?? []
  const configurations = ['ts', 'mts', 'js', 'mjs'].map((ending) =>
    project.readText(`${folder}/nitro.config.${ending}`),
  )
  const replaced = configurations.some((each) => /\berrorHandler\b|\.\.\.|\bextends\b|\bpreset\b/.test(each ?? ''))
  const writes = major === '2' && Number(minor) >= 11 && !replaced && !project.dependencies.has('nuxt')
  own.set(project, writes)
  return writes
}
