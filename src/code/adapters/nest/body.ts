import type { Body } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { decorated, lineageOf, madeBy, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { BodyPart } from './body-part.js'
import type { Route } from './route.js'

const file: Schema = { inexact: 'a file' }

/** The body that the parts make together; files make it `multipart/form-data`. */
export function bodyOf(project: Project, route: Route, parts: readonly BodyPart[]): Body | null {
  const files = uploadFields(project, route)
  const [first] = parts
  if (!first && files.length === 0) return null
  const at = project.locate(first?.node ?? route.handler.name)
  const uploads = parts.some(({ kind }) => kind === 'file') || files.length > 0
  const mediaType = uploads ? 'multipart/form-data' : 'application/json'
  const values = parts.flatMap((part) => (part.kind === 'value' ? [part] : []))
  const required = values.some((part) => part.required === true)
    ? true
    : values.length > 0 && values.every((part) => part.required === false)
      ? false
      : undefined
  const fields = Object.fromEntries(values.flatMap(({ name, schema }) => (name === null ? [] : [[name, schema]])))
  const demanded = values.flatMap(({ name, demanded }) => (name !== null && demanded ? [name] : []))
  const named: Schema = {
    type: ['object'],
    ...(demanded.length === 0 ? {} : { required: demanded }),
    properties: { ...fields, ...Object.fromEntries(files.map((name) => [name, file])) },
    ...(files.length === 0 && uploads ? { additionalProperties: true } : {}),
  }
  const whole = values.filter(({ name }) => name === null).map(({ schema }) => schema)
  const isNamed = uploads || Object.keys(fields).length > 0
  const schema = merge(project, [...whole, ...(isNamed ? [named] : [])])
  const unchecked = values.length > 0 && values.every(({ checked }) => !checked) ? { declared: true as const } : {}
  return { ...(required === undefined ? {} : { required }), contents: [{ mediaType, schema, at, ...unchecked }], at }
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

/** The fields that `FileInterceptor('file')` and its like take. */
function uploadFields(project: Project, route: Route): readonly string[] {
  return [...lineageOf(project, route.controller), route.handler].flatMap((node) =>
    decorated(project, node, 'UseInterceptors').flatMap(({ args }) =>
      args.flatMap((argument) => {
        const made = madeBy(project.values.evaluate(argument))
        const name = made?.name.replace(/^.*\./, '')
        const first = made?.args[0]
        if (!first) return []
        if (name === 'FileInterceptor' || name === 'FilesInterceptor')
          return [plain(project, first)].filter((one) => typeof one === 'string')
        if (name !== 'FileFieldsInterceptor') return []
        const listed = project.values.evaluate(first)
        const elements = listed.kind === 'array' ? listed.elements : []
        return elements.flatMap((element) => {
          const field = member(project, project.values.evaluate(element), 'name')
          return field?.kind === 'literal' ? [String(field.value)] : []
        })
      }),
    ),
  )
}
