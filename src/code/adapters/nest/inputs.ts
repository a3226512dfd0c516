import ts from 'typescript'
import type { Body, Gap, Parameter, ParameterPlace, Response } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { bodyOf } from '../../controllers/body.js'
import type { BodyPart } from '../../controllers/body-part.js'
import { classOfType, declaredText, ownProperties } from '../../controllers/declared.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { dtoSchema, readDto } from '../../validators/class-validator/read-dto.js'
import type { Reference } from '../../values/value.js'
import { askedBy } from './asked.js'
import type { Exception } from './exception.js'
import { frameworkBody } from './exception-body.js'
import type { Refusal } from './pipe.js'
import { pipesAround, pipesOver, readPipes, refusalOf, validationOf } from './pipes.js'
import { readRequestUse } from './request-use.js'
import type { Route } from './route.js'
import { heldSchema } from './schema-pipe.js'
import { scopeAt } from './scope-at.js'
import { uploadFields } from './upload-fields.js'

/** What a handler takes from its request. */
interface Inputs {
  readonly parameters: readonly Parameter[]
  readonly body: Body | null
  readonly responses: readonly Response[]
  readonly exceptions: readonly Exception[]
  readonly gaps: readonly Gap[]
}

interface Found {
  readonly parameters: Parameter[]
  readonly parts: BodyPart[]
  /** Fields of the body that are read from the request itself. */
  readonly fields: Record<string, Schema>
  readonly refusals: { readonly refusal: Refusal; readonly node: ts.Node }[]
  readonly exceptions: Exception[]
  readonly gaps: Gap[]
}

const places: Readonly<Record<string, ParameterPlace>> = {
  Param: 'path',
  Query: 'query',
  Headers: 'header',
  Cookies: 'cookie',
  Cookie: 'cookie',
}

/** Reads the decorated parameters of a handler; a custom parameter decorator is no parameter of the API. */
export function readInputs(project: Project, route: Route): Inputs {
  const found: Found = { parameters: [], parts: [], fields: {}, refusals: [], exceptions: [], gaps: [] }
  for (const parameter of route.handler.parameters) {
    for (const decoration of decorationsOf(project, parameter)) {
      if (decoration.module === null || !decoration.module.startsWith('@nestjs/')) continue
      readOne(project, route, found, parameter, decoration)
    }
    const asked = askedBy(project, route, parameter)
    addUnknown(found, asked.parameters)
    Object.assign(found.fields, asked.fields)
    found.exceptions.push(...asked.exceptions)
    found.gaps.push(...asked.gaps)
  }
  const taken = new Set(found.parameters.filter((one) => one.in === 'path').map((one) => one.name))
  const template = [...route.path.matchAll(/\{\*?(\w+)\}/g)].flatMap(([, name]) => (name ? [name] : []))
  const at = project.locate(route.handler.name)
  const missing = template
    .filter((name) => !taken.has(name))
    .map(
      (name): Parameter => ({
        name,
        in: 'path',
        required: true,
        schema: { inexact: 'the handler does not check it' },
        at,
      }),
    )
  const body = bodyOf(project, found.parts, uploadFields(project, route), at) ?? bodyRead(project, route, found.fields)
  if (body) found.refusals.push({ refusal: { status: 400 }, node: route.handler })
  return {
    parameters: [...missing, ...found.parameters.filter((one) => one.in !== 'path' || template.includes(one.name))],
    body,
    responses: found.refusals.flatMap(({ refusal, node }) => answerOf(project, refusal, node)),
    exceptions: found.exceptions,
    gaps: [...found.gaps, ...found.refusals.flatMap(({ refusal, node }) => gapOf(project, refusal, node))],
  }
}

/** A body of which only the fields that the handler is seen to read are known. */
function bodyRead(project: Project, route: Route, fields: Readonly<Record<string, Schema>>): Body | null {
  const at = Object.values(fields)[0]?.at ?? project.locate(route.handler.name)
  if (Object.keys(fields).length === 0) return null
  const inexact = 'only the fields that the code is seen to take are known'
  const schema: Schema = { type: ['object'], properties: fields, additionalProperties: true, inexact }
  return { contents: [{ mediaType: 'application/json', schema, at }], at }
}

function answerOf(project: Project, { status, body }: Refusal, node: ts.Node): readonly Response[] {
  if (status === null) return []
  const at = project.locate(ts.isMethodDeclaration(node) ? node.name : node)
  const contents = [{ mediaType: 'application/json', schema: body ?? frameworkBody, at }]
  return [{ status: String(status), contents, headers: [], at, implied: true }]
}

function gapOf(project: Project, { status }: Refusal, node: ts.Node): readonly Gap[] {
  if (status !== null) return []
  return [{ about: 'status', reason: 'the error of a pipe is not known before run time', at: project.locate(node) }]
}

function readOne(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  decoration: Decoration,
): void {
  const [first, ...rest] = decoration.args
  const key = plain(project, first)
  const name = typeof key === 'string' ? key : null
  const pipes = name === null && key === undefined && first !== undefined ? decoration.args : rest
  const place = places[decoration.name]
  if (place) {
    if (name === null) readWhole(project, route, found, node, place, pipes)
    else readNamed(project, found, node, place, name, pipes)
  } else if (decoration.name === 'Body' || decoration.name === 'RawBody')
    readBody(project, route, found, node, name, pipes)
  else if (decoration.name === 'UploadedFile' || decoration.name === 'UploadedFiles') {
    const own = filePipes(project, pipes)
    found.refusals.push(...own.map((args) => ({ refusal: refusalOf(project, args), node })))
    const optional = own.some((args) => args.some((options) => leavesOut(project, options)))
    const demanded = own.length === 0 ? null : !optional
    found.parts.push({ kind: 'file', many: decoration.name === 'UploadedFiles', name, demanded, node })
  } else if (decoration.name === 'Req' || decoration.name === 'Request') {
    const use = readRequestUse(project, node, route.handler)
    addUnknown(found, use.parameters)
    found.gaps.push(...use.gaps)
    Object.assign(found.fields, use.fields)
  }
}

/** The options of `new ParseFilePipe(…)` and of `new ParseFilePipeBuilder().build(…)`. */
function filePipes(project: Project, pipes: readonly Reference[]): readonly (readonly Reference[])[] {
  return pipes.flatMap(({ expression }) => {
    if (!ts.isNewExpression(expression) && !ts.isCallExpression(expression)) return []
    if (!/^(new )?ParseFilePipe/.test(expression.getText())) return []
    const scope = scopeAt(project, expression)
    return [(expression.arguments ?? []).map((one) => ({ expression: one, scope }))]
  })
}

/** `fileIsRequired: false`, or options that are not read. */
function leavesOut(project: Project, options: Reference): boolean {
  const value = project.values.evaluate(options)
  const stated = member(project, value, 'fileIsRequired')
  return value.kind !== 'object' || (stated !== undefined && !(stated.kind === 'literal' && stated.value === true))
}

function addUnknown(found: Found, parameters: readonly Parameter[]): void {
  for (const one of parameters) {
    if (!found.parameters.some((known) => known.name === one.name && known.in === one.in)) found.parameters.push(one)
  }
}

function readNamed(
  project: Project,
  found: Found,
  node: ts.ParameterDeclaration,
  place: ParameterPlace,
  name: string,
  pipes: readonly Reference[],
): void {
  // Nest runs pipes over path, query, body and files alone.
  const demands = readPipes(project, place === 'header' ? [] : pipes)
  if (demands.refusal !== null) found.refusals.push({ refusal: demands.refusal, node })
  found.exceptions.push(...demands.exceptions)
  if (place === 'header' && name.toLowerCase() === 'authorization') return
  const optional = demands.optional || node.initializer !== undefined || node.questionToken !== undefined
  const demanded = demands.refusal !== null && !optional
  const required = place === 'path' || demanded ? true : optional ? false : undefined
  const schema = demands.schema ?? declaredText(project, node)
  found.parameters.push({
    name,
    in: place,
    ...(required === undefined ? {} : { required }),
    schema,
    at: project.locate(node),
  })
}

/** `@Query() dto: Dto`: one parameter for each field. */
function readWhole(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  place: ParameterPlace,
  pipes: readonly Reference[],
): void {
  const validation = place === 'header' ? null : validationOf(project, route, pipes)
  const target = classOfType(project, node)
  const dto = target && readDto(project, target, { checks: validation?.checks ?? null, text: true })
  if (dto) {
    if (validation) found.refusals.push({ refusal: validation.refusal, node })
    for (const { name, schema, required, declaration } of dto.fields) {
      found.parameters.push({
        name,
        in: place,
        // A type alone refuses nobody who leaves the parameter out.
        ...(place === 'path' ? { required: true } : required === null || (required && !validation) ? {} : { required }),
        schema,
        at: project.locate(declaration.name),
      })
    }
    if (dto.open !== null) found.gaps.push({ about: place, reason: dto.open, at: project.locate(node) })
    return
  }
  const written = ownProperties(project, node)
  for (const property of written) {
    const declaration = property.valueDeclaration ?? node
    found.parameters.push({
      name: property.name,
      in: place,
      ...(place === 'path' ? { required: true } : property.flags & ts.SymbolFlags.Optional ? { required: false } : {}),
      schema: { inexact: 'the value is text on the wire, whatever its declared type' },
      at: project.locate(declaration),
    })
  }
  if (written.length === 0 && place !== 'path')
    found.gaps.push({
      about: place,
      reason: 'the handler takes them all without saying which',
      at: project.locate(node),
    })
}

function readBody(
  project: Project,
  route: Route,
  found: Found,
  node: ts.ParameterDeclaration,
  name: string | null,
  pipes: readonly Reference[],
): void {
  const validation = validationOf(project, route, pipes)
  const demands = readPipes(project, pipes, pipesAround(project, route))
  found.exceptions.push(...demands.exceptions)
  if (demands.refusal !== null) found.refusals.push({ refusal: demands.refusal, node })
  const target = classOfType(project, node)
  const dto = target && readDto(project, target, { checks: validation?.checks ?? null, text: false })
  if (dto && validation) found.refusals.push({ refusal: validation.refusal, node })
  const type = project.checker.getNonNullableType(project.checker.getTypeAtLocation(node))
  const held = heldSchema(project, pipesOver(project, route, pipes), target)
  if (held?.refusal) found.refusals.push({ refusal: held.refusal, node })
  const read = held?.schema ?? demands.schema ?? (dto ? dtoSchema(project, dto) : project.types.received(type, node))
  const optional = node.questionToken !== undefined || node.initializer !== undefined || demands.optional
  const required = optional ? false : dto ? dto.fields.some((field) => field.required) || undefined : undefined
  const checked = held !== null || demands.refusal !== null || (validation !== null && dto !== null)
  const asked = held === null ? validation !== null && dto !== null && required === true : hasRequired(held.schema)
  const demanded = asked || (demands.refusal !== null && !optional)
  found.parts.push({ kind: 'value', name, schema: read, required: required ?? null, demanded, checked, node })
}

const hasRequired = ({ required = [] }: Schema): boolean => required.length > 0
