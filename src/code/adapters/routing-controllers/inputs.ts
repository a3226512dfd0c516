import ts from 'typescript'
import type { Body, Gap, Parameter, ParameterPlace } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { bodyOf } from '../../controllers/body.js'
import type { BodyPart } from '../../controllers/body-part.js'
import { classOfType, declaredText, ownProperties } from '../../controllers/declared.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { type Checks, readChecks } from '../../validators/class-validator/checks.js'
import { dtoSchema, readDto } from '../../validators/class-validator/read-dto.js'
import type { Reference, Value } from '../../values/value.js'
import type { Route } from './route.js'
import { asRead } from './text-body.js'
import { packageName } from './vocabulary.js'

/** What the decorated parameters of an action take. */
interface Inputs {
  readonly parameters: readonly Parameter[]
  readonly body: Body | null
  readonly gaps: readonly Gap[]
  /** The framework refuses a request that does not fit with 400. */
  readonly refuses: boolean
}

export const noInputs: Inputs = { parameters: [], body: null, gaps: [], refuses: false }

interface Found {
  readonly parameters: Parameter[]
  readonly parts: BodyPart[]
  readonly gaps: Gap[]
  refuses: boolean
}

const single: Readonly<Record<string, ParameterPlace>> = {
  Param: 'path',
  QueryParam: 'query',
  HeaderParam: 'header',
  CookieParam: 'cookie',
}
const several: Readonly<Record<string, ParameterPlace>> = {
  Params: 'path',
  QueryParams: 'query',
  HeaderParams: 'header',
  CookieParams: 'cookie',
}

/** Reads the decorated parameters; a parameter decorator of the project is no parameter of the API. */
export function readInputs(project: Project, route: Route, before: readonly Reference[]): Inputs {
  const found: Found = { parameters: [], parts: [], gaps: [], refuses: false }
  for (const node of route.handler.parameters) {
    for (const one of decorationsOf(project, node)) {
      if (one.module === packageName) readOne(project, route, found, node, one)
    }
  }
  const files = found.parts.flatMap((part) => (part.kind === 'file' && part.name !== null ? [part.name] : []))
  const body = bodyOf(project, found.parts, files, project.locate(route.handler.name))
  return {
    parameters: found.parameters,
    body: body && asRead(project, route, body, before),
    gaps: found.gaps,
    refuses: found.refuses || body !== null,
  }
}

function readOne(project: Project, route: Route, found: Found, node: ts.ParameterDeclaration, one: Decoration): void {
  const name = plain(project, one.args[0])
  const place = single[one.name]
  const all = several[one.name]
  if (place && typeof name === 'string') readNamed(project, route, found, node, one, place, name)
  else if (place) found.gaps.push({ about: place, reason: 'a name that is not known', at: project.locate(node) })
  else if (all) readAll(project, route, found, node, all, optionsOf(project, one, 0))
  else if (one.name === 'Body') readBody(project, route, found, node, null, optionsOf(project, one, 0))
  else if (one.name === 'BodyParam' && typeof name === 'string')
    readBody(project, route, found, node, name, optionsOf(project, one, 1))
  else if (one.name === 'UploadedFile' || one.name === 'UploadedFiles') {
    found.parts.push({
      kind: 'file',
      many: one.name === 'UploadedFiles',
      name: typeof name === 'string' ? name : null,
      node,
    })
  }
}

function optionsOf(project: Project, one: Decoration, index: number): Value | undefined {
  const argument = one.args[index]
  return argument && project.values.evaluate(argument)
}

function flag(project: Project, options: Value | undefined, name: string): boolean | undefined {
  const value = options && member(project, options, name)
  return value?.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined
}

/** How the value is checked: as the parameter says, else as the server does. */
function checksOf(project: Project, route: Route, options: Value | undefined): Checks | null {
  const { validates, checks } = route.server
  if (!route.makesInstances) return null
  const own = options && member(project, options, 'validate')
  if (own?.kind === 'object') return readChecks((name) => member(project, own, name), undefined, checks)
  const stated = flag(project, options, 'validate')
  if (own && stated === undefined) return { ...checks, partly: 'whether it is validated is not known' }
  return (stated ?? validates) ? checks : null
}

function isRequired(project: Project, { server }: Route, options: Value | undefined): boolean {
  return flag(project, options, 'required') ?? server.paramsRequired
}

function readNamed(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  one: Decoration,
  place: ParameterPlace,
  name: string,
): void {
  const options = optionsOf(project, one, 1)
  const required = place === 'path' || isRequired(project, route, options)
  const made = normalised(project, node)
  if (made.refuses || (required && place !== 'path')) found.refuses = true
  if (place === 'path' && !route.path.includes(`{${name}}`) && !route.path.includes(`{*${name}}`)) {
    // The framework asks for it even where the path may do without.
    found.refuses = true
    return
  }
  if (place === 'header' && /^(authorization|accept|content-type)$/i.test(name)) return
  const pattern = place === 'path' ? route.patterns[name] : undefined
  const schema = { ...made.schema, ...(pattern === undefined ? {} : { pattern }) }
  found.parameters.push({ name, in: place, required, schema, at: project.locate(node) })
}

/** What the framework makes of the text by the declared type, and whether it refuses other text. */
function normalised(
  project: Project,
  node: ts.ParameterDeclaration,
): { readonly schema: Schema; readonly refuses: boolean } {
  const { checker } = project
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  if (type.flags & ts.TypeFlags.NumberLike && !type.isUnion()) return { schema: { type: ['number'] }, refuses: true }
  if (type.flags & ts.TypeFlags.BooleanLike) {
    const schema: Schema = { type: ['boolean'], inexact: '`0`, `1` and empty text are taken too' }
    return { schema, refuses: true }
  }
  if (type.getSymbol()?.name === 'Date') return { schema: { inexact: 'whatever `new Date` can read' }, refuses: true }
  if (checker.isArrayType(type)) return { schema: { inexact: 'a list written as text' }, refuses: false }
  return { schema: declaredText(project, node), refuses: false }
}

function readAll(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  place: ParameterPlace,
  options: Value | undefined,
): void {
  const checks = checksOf(project, route, options)
  const target = classOfType(project, node)
  const dto = target && readDto(project, target, { checks, text: true })
  if (dto) {
    if (checks) found.refuses = true
    for (const { name, schema, required, declaration } of dto.fields) {
      const at = project.locate(declaration.name)
      // Where nothing checks the fields, a type that calls one required keeps no request out.
      const demanded = place === 'path' ? true : checks ? required : required ? null : false
      found.parameters.push({ name, in: place, ...(demanded === null ? {} : { required: demanded }), schema, at })
    }
    if (dto.open !== null) found.gaps.push({ about: place, reason: dto.open, at: project.locate(node) })
    return
  }
  const written = ownProperties(project, node)
  for (const property of written) {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
    found.parameters.push({
      name: property.name,
      in: place,
      ...(place === 'path' ? { required: true } : optional ? { required: false } : {}),
      schema: { inexact: 'the value is text on the wire, whatever its declared type' },
      at: project.locate(property.valueDeclaration ?? node),
    })
  }
  if (written.length > 0 || place === 'path') return
  const reason = 'the handler takes them all without saying which'
  found.gaps.push({ about: place, reason, at: project.locate(node) })
}

function readBody(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  name: string | null,
  options: Value | undefined,
): void {
  const stated = flag(project, options, 'required') ?? (name === null ? undefined : route.server.paramsRequired)
  const { schema, fields, checked } = bodySchema(project, node, options, checksOf(project, route, options))
  const asked = checked && fields
  const required = stated === true ? true : asked ? true : name === null ? null : (stated ?? null)
  const demanded = stated === true
  found.parts.push({ kind: 'value', name, schema, required, demanded, checked, node })
}

/** What a class says of the body, else what the type does. */
function bodySchema(
  project: Project,
  node: ts.ParameterDeclaration,
  options: Value | undefined,
  checks: Checks | null,
): { readonly schema: Schema; readonly fields: boolean; readonly checked: boolean } {
  const { checker } = project
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  // The framework takes a list as it comes, whatever class it is told for the items.
  if (checker.isArrayType(type)) return { schema: project.types.received(type, node), fields: false, checked: false }
  const stated = options && member(project, options, 'type')
  const target = stated?.kind === 'class' ? stated : classOfType(project, node)
  const dto = target && readDto(project, target, { checks, text: false })
  if (!dto) return { schema: project.types.received(type, node), fields: false, checked: false }
  const schema = dtoSchema(project, dto)
  const demanded = checks !== null && dto.fields.some((field) => field.required)
  return { schema, fields: demanded, checked: checks !== null }
}
