import ts from 'typescript'
import type { Body, Parameter, ParameterPlace } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { bodyOf } from '../../controllers/body.js'
import type { BodyPart } from '../../controllers/body-part.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { exact } from './exact.js'
import type { Route } from './route.js'
import { readSettings } from './settings.js'
import { tagsOfParameter } from './tags.js'
import { marked, packages } from './vocabulary.js'

/** What the parameters of a method take; the generated routes check every one of them. */
interface Inputs {
  readonly parameters: readonly Parameter[]
  readonly body: Body | null
}

const places: Readonly<Record<string, ParameterPlace>> = { Path: 'path', Query: 'query', Header: 'header' }

export function readInputs(project: Project, route: Route): Inputs {
  const parameters: Parameter[] = []
  const parts: BodyPart[] = []
  for (const node of route.handler.parameters) {
    const decorations = decorationsOf(project, node)
    const own = decorations.find((one): one is Decoration => one.module !== null && packages.includes(one.module))
    if (decorations.length > 0 && !own) continue
    readOne(project, route, node, own, parameters, parts)
  }
  const files = parts.flatMap((part) => (part.kind === 'file' && part.name !== null ? [part.name] : []))
  const body = bodyOf(project, parts, files, project.locate(route.handler.name))
  const [consumed] = marked(project, route.handler, 'Consumes')
  const stated = consumed && plain(project, consumed.args[0])
  const mediaType = typeof stated === 'string' ? stated : formOf(project, route)
  if (!body) return { parameters, body }
  const isWhole = parts.some((part) => part.kind === 'value' && part.name === null)
  // Of fields that are taken one by one, nothing looks at the others.
  const lenient = isWhole && readSettings(project).extras !== 'kept' ? {} : { lenient: true as const }
  const said = { ...lenient, ...(mediaType === null ? {} : { mediaType }) }
  return { parameters, body: { ...body, contents: body.contents.map((content) => ({ ...content, ...said })) } }
}

/** Fields of a form and files make the body a form. */
function formOf(project: Project, { handler }: Route): string | null {
  const isForm = handler.parameters.some(
    (node) => marked(project, node, 'FormField', 'UploadedFile', 'UploadedFiles').length > 0,
  )
  return isForm ? 'multipart/form-data' : null
}

function readOne(
  project: Project,
  route: Route,
  node: ts.ParameterDeclaration,
  own: Decoration | undefined,
  parameters: Parameter[],
  parts: BodyPart[],
): void {
  const given = own ? plain(project, own.args[0]) : undefined
  const written = ts.isIdentifier(node.name) ? node.name.text : ''
  const name = typeof given === 'string' ? given : written
  const required = !node.questionToken && !node.initializer && !mayBeMissing(project, node)
  const inBody = own?.name === 'Body' || own?.name === 'BodyProp'
  const schema = checked(project, route, node, written, inBody)
  const place = own ? places[own.name] : 'path'
  if (place) {
    // Who gives it is the project itself.
    if (own && marked(project, node, 'Hidden').length > 0) return
    if (place === 'path' && !route.path.includes(`{${name}}`)) return
    if (place === 'header' && /^(authorization|accept|content-type)$/i.test(name)) return
    const isRequired = place === 'path' || required
    parameters.push({ name, in: place, required: isRequired, schema: asText(schema), at: project.locate(node) })
  } else if (own?.name === 'Queries') parameters.push(...queriesOf(project, schema, node))
  else if (own?.name === 'Body')
    parts.push({ kind: 'value', name: null, schema, required, demanded: required, checked: true, node })
  else if (own?.name === 'BodyProp' || own?.name === 'FormField')
    parts.push({ kind: 'value', name, schema, required, demanded: required, checked: true, node })
  else if (own?.name === 'UploadedFile' || own?.name === 'UploadedFiles')
    parts.push({ kind: 'file', many: own.name === 'UploadedFiles', name, node })
}

function checked(
  project: Project,
  { handler }: Route,
  node: ts.ParameterDeclaration,
  name: string,
  inBody: boolean,
): Schema {
  const type = project.checker.getNonNullableType(project.checker.getTypeAtLocation(node))
  return exact(project, project.types.received(type, node), tagsOfParameter(handler, name), inBody)
}

function mayBeMissing(project: Project, node: ts.ParameterDeclaration): boolean {
  const type = project.checker.getTypeAtLocation(node)
  return type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Undefined) !== 0)
}

function queriesOf(project: Project, schema: Schema, node: ts.ParameterDeclaration): readonly Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: asText(one),
    at: one.at ?? project.locate(node),
  }))
}

/** Any text stands for a string: what looks like a number is one too. */
function asText(schema: Schema): Schema {
  const isString = schema.type?.length === 1 && schema.type[0] === 'string'
  const says = ['minLength', 'maxLength', 'pattern', 'format'].some((keyword) => keyword in schema)
  return isString && !says ? { inexact: 'a parameter is a string on the wire' } : schema
}
