import type { Body } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import type { BodyPart } from './body-part.js'

const file: Schema = { inexact: 'a file' }

/** The body that the parts make together, with the files that a parser takes; files make it `multipart/form-data`. */
export function bodyOf(
  project: Project,
  parts: readonly BodyPart[],
  files: readonly string[],
  place: Location,
): Body | null {
  const [first] = parts
  if (!first && files.length === 0) return null
  const at = first ? project.locate(first.node) : place
  const uploads = parts.some(({ kind }) => kind === 'file') || files.length > 0
  const mediaType = uploads ? 'multipart/form-data' : 'application/json'
  const values = parts.flatMap((part) => (part.kind === 'value' ? [part] : []))
  const required = values.some((part) => part.required === true)
    ? true
    : values.length > 0 && values.every((part) => part.required === false)
      ? false
      : undefined
  const fields = Object.fromEntries(values.flatMap(({ name, schema }) => (name === null ? [] : [[name, schema]])))
  const wanted = wantedFiles(parts, files)
  const demanded = values.flatMap(({ name, demanded }) => (name !== null && demanded ? [name] : []))
  if (wanted === true) demanded.push(...files)
  const asFile = wanted === null ? { ...file, presence: 'nothing tells whether the file may be missing' } : file
  const named: Schema = {
    type: ['object'],
    ...(demanded.length === 0 ? {} : { required: demanded }),
    properties: { ...fields, ...Object.fromEntries(files.map((name) => [name, asFile])) },
    ...(files.length === 0 && uploads ? { additionalProperties: true } : {}),
  }
  const whole = values.filter(({ name }) => name === null).map(({ schema }) => schema)
  const isNamed = uploads || Object.keys(fields).length > 0
  const schema = merge(project, [...whole, ...(isNamed ? [named] : [])])
  const unchecked = values.length > 0 && values.every(({ checked }) => !checked) ? { declared: true as const } : {}
  return { ...(required === undefined ? {} : { required }), contents: [{ mediaType, schema, at, ...unchecked }], at }
}

/** Whether the files must be there; null where that is not known, as of several fields that one pipe looks at. */
function wantedFiles(parts: readonly BodyPart[], files: readonly string[]): boolean | null {
  const asked = parts.flatMap((part) => (part.kind === 'file' && part.demanded !== undefined ? [part.demanded] : []))
  const [only, ...more] = new Set(asked)
  if (only === undefined) return false
  return more.length === 0 && (files.length === 1 || only === false) ? only : null
}

/** Objects side by side become one object; anything else is not known together. */
function merge(project: Project, schemas: readonly Schema[]): Schema {
  const [only, ...more] = schemas
  if (only && more.length === 0) return only
  const objects = schemas.map((schema) =>
    schema.ref === undefined ? schema : (project.types.schemas[schema.ref] ?? schema),
  )
  if (!objects.every((one) => one.type?.includes('object'))) return { inexact: 'several parameters take the body' }
  return {
    type: ['object'],
    properties: Object.assign({}, ...objects.map((one) => one.properties ?? {})),
    required: objects.flatMap((one) => one.required ?? []),
    ...(objects.some((one) => one.additionalProperties) ? { additionalProperties: true } : {}),
  }
}
