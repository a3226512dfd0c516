import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import { validators } from '../validators/index.js'
import type { Use } from '../validators/use.js'
import type { Validator } from '../validators/validator.js'
import { writtenIn } from '../values/literals.js'
import type { Reference } from '../values/value.js'
import { underPath } from './paths.js'
import type { Frame, Session, Tracked } from './session.js'
import { isMember, keyName, memberName, settled } from './syntax.js'
import { memberOf, trackedOf } from './tracked.js'

type Input = Extract<Tracked, { kind: 'input' }>

const catalogue: Readonly<Record<string, Validator>> = validators

/** What a schema of any known library accepts; null where the reference is none. */
export function acceptedBy(
  project: Project,
  reference: Reference,
): { readonly schema: Schema; readonly validator: Validator } | null {
  const value = project.values.evaluate(reference)
  for (const validator of Object.values(catalogue)) {
    const schema = validator.accepts?.(reference, value, project) ?? null
    if (schema !== null) return { schema, validator }
  }
  return null
}

/** `schema.parse(req.body)`: where the argument is a part of the request and the schema is one that can be read, it says what the code accepts. */
export function checkInputs(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  schema: ts.Expression,
  method: string,
): boolean {
  const [argument, options] = call.arguments
  if (argument === undefined || !Object.values(catalogue).some((each) => each.checks?.(method) != null)) return false
  const inputs = inputsOf(session, frame, argument)
  if (inputs.length === 0) return false
  const owner = ownerOf(schema)
  const accepted = acceptedBy(session.project, { expression: owner ?? schema, scope: frame.scope })
  const how = owner === null ? (accepted?.validator.checks?.(method) ?? null) : 'reports'
  if (accepted === null || how === null) return false
  demandAll(session, frame, call, { ...accepted, how, inputs, options })
  return true
}

/**
 * `schema.parse(row)`: what is checked is no part of the request, and where it does not fit the validator throws all the same.
 */
export function noteRefusal(session: Session, frame: Frame, call: ts.CallExpression): void {
  const callee = settled(call.expression)
  const name = isMember(callee) ? memberName(callee) : null
  if (name === null || call.arguments.length === 0) return
  const known = Object.values(catalogue).filter((each) => each.error !== undefined && each.checks?.(name) === 'throws')
  if (known.length === 0) return
  const file = session.project.checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName ?? ''
  const owner = known.find(({ packages }) => packages.some((each) => file.includes(`/node_modules/${each}/`)))
  if (owner === undefined) return
  const library = { module: owner.packages[0] ?? '', name: owner.error ?? 'Error' }
  frame.throws.push({ error: null, library, unsure: true, at: session.project.locate(call) })
}

/** The schema in `schema['~standard'].validate(input)`, which gives its complaints back; null for any other. */
function ownerOf(schema: ts.Expression): ts.Expression | null {
  const node = settled(schema)
  return isMember(node) && memberName(node) === '~standard' ? node.expression : null
}

/** `parse(schema, req.body)`, `validate(req.body)`: a call that a validator knows as a check of an input. */
export function checkHanded(session: Session, frame: Frame, call: ts.CallExpression): boolean {
  if (!call.arguments.some((each) => inputsOf(session, frame, each).length > 0)) return false
  for (const validator of Object.values(catalogue)) {
    const use = validator.uses?.(call, frame.scope, session.project) ?? null
    const accepted = use === null ? null : acceptedBy(session.project, use.schema)
    const inputs = use === null ? [] : inputsOf(session, frame, use.input)
    if (use === null || accepted === null || inputs.length === 0) continue
    const [, , options] = call.arguments
    const own = use.accepts === undefined ? {} : { accepts: use.accepts, options: undefined }
    demandAll(session, frame, call, { ...accepted, validator, how: use.how, inputs, options, ...own })
    return true
  }
  return false
}

interface Checked {
  readonly schema: Schema
  readonly validator: Validator
  readonly how: 'throws' | 'reports'
  readonly inputs: ReturnType<typeof inputsOf>
  readonly options: ts.Expression | undefined
  readonly accepts?: Use['accepts']
}

function demandAll(session: Session, frame: Frame, call: ts.CallExpression, checked: Checked): void {
  const { project } = session
  const { validator, how, options } = checked
  const settings =
    options === undefined
      ? undefined
      : project.values.literal(project.values.evaluate({ expression: options, scope: frame.scope }))
  const schema =
    settings?.known && validator.under !== undefined ? validator.under(checked.schema, settings.value) : checked.schema
  const at = project.locate(call)
  for (const { input, key } of checked.inputs) {
    const whole = checked.accepts?.(input.place) ?? schema
    const part = key === null ? whole : (memberSchema(project, whole, key) ?? null)
    if (part === null) continue
    const strength = input.path.length === 0 ? 'validator' : 'field'
    const mediaType = input.mediaType === undefined ? {} : { mediaType: input.mediaType }
    session.demands.push({ place: input.place, schema: underPath(input.path, part), strength, at, ...mediaType })
  }
  const library = { module: validator.packages[0] ?? '', name: validator.error ?? 'Error' }
  if (how === 'throws') frame.throws.push({ error: null, library, at })
}

function memberSchema(project: Project, schema: Schema, key: string): Schema | undefined {
  const object = schema.ref === undefined ? schema : project.types.schemas[schema.ref]
  return object?.properties?.[key]
}

/** The inputs in an argument: one of them, the request itself, or a literal that puts several together. */
function inputsOf(
  session: Session,
  frame: Frame,
  argument: ts.Expression,
): readonly { readonly input: Input; readonly key: string | null }[] {
  const tracked = trackedOf(session, frame, argument)
  if (tracked?.kind === 'input') return [{ input: tracked, key: null }]
  if (tracked?.kind === 'role' && (tracked.role === 'request' || tracked.role === 'context')) {
    return ['body', 'query', 'params', 'headers', 'cookies'].flatMap((key) => {
      const input = memberOf(session.dialect, tracked, key)
      return input?.kind === 'input' ? [{ input, key }] : []
    })
  }
  const literal = settled(argument)
  if (!ts.isObjectLiteralExpression(literal)) return []
  return literal.properties.flatMap((property) => {
    const key = property.name === undefined ? null : keyName(property.name)
    const value = writtenIn(property)
    const input = value === null ? null : trackedOf(session, frame, value)
    return key !== null && input?.kind === 'input' ? [{ input, key }] : []
  })
}
