import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import { partsOf } from '../../model/schema-parts.js'
import type { Project } from '../project.js'
import { validators } from '../validators/index.js'
import type { Use } from '../validators/use.js'
import type { Validator } from '../validators/validator.js'
import type { Reference } from '../values/value.js'
import { type Handed, handedParts, type Share } from './handed-parts.js'
import { underPath } from './paths.js'
import type { Frame, Session } from './session.js'
import { isMember, memberName, settled } from './syntax.js'

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

/**
 * `schema.parse(req.body)`: where the argument is a part of the request and the schema is one that can be read, it says what the code
 * accepts. Out: what else stands in the argument and is still to be read; null where it is no such call.
 */
export function checkInputs(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  schema: ts.Expression,
  method: string,
): readonly ts.Expression[] | null {
  const [argument, options] = call.arguments
  if (argument === undefined || !Object.values(catalogue).some((each) => each.checks?.(method) != null)) return null
  const { parts, others } = handedParts(session, frame, argument)
  if (parts.length === 0) return null
  const owner = ownerOf(schema)
  const accepted = acceptedBy(session.project, { expression: owner ?? schema, scope: frame.scope })
  const how = owner === null ? (accepted?.validator.checks?.(method) ?? null) : 'reports'
  if (accepted === null || how === null) return null
  demandAll(session, frame, call, { ...accepted, how, parts, options })
  return others
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

/** `parse(schema, req.body)`, `validate(req.body)`: a call that a validator knows as a check of an input; see {@link checkInputs}. */
export function checkHanded(session: Session, frame: Frame, call: ts.CallExpression): readonly ts.Expression[] | null {
  if (!call.arguments.some((each) => handedParts(session, frame, each).parts.length > 0)) return null
  for (const validator of Object.values(catalogue)) {
    const use = validator.uses?.(call, frame.scope, session.project) ?? null
    const accepted = use === null ? null : acceptedBy(session.project, use.schema)
    if (use === null || accepted === null) continue
    const { parts, others } = handedParts(session, frame, use.input)
    if (parts.length === 0) continue
    const [, , options] = call.arguments
    const own = use.accepts === undefined ? {} : { accepts: use.accepts, options: undefined }
    demandAll(session, frame, call, { ...accepted, validator, how: use.how, parts, options, ...own })
    return others
  }
  return null
}

interface Checked {
  readonly schema: Schema
  readonly validator: Validator
  readonly how: 'throws' | 'reports'
  readonly parts: Handed['parts']
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
  for (const { input, share } of checked.parts) {
    const part = shareOf(project, checked.accepts?.(input.place) ?? schema, share)
    if (part === null) continue
    const strength = share.kind === 'mixed' ? 'lower-bound' : input.path.length === 0 ? 'validator' : 'field'
    const mediaType = input.mediaType === undefined ? {} : { mediaType: input.mediaType }
    session.demands.push({ place: input.place, schema: underPath(input.path, part), strength, at, ...mediaType })
  }
  const library = { module: validator.packages[0] ?? '', name: validator.error ?? 'Error' }
  if (how === 'throws') frame.throws.push({ error: null, library, at })
}

/** What of a schema is about one part of the request; null where nothing of it is. */
function shareOf({ types }: Project, schema: Schema, share: Share): Schema | null {
  if (share.kind === 'whole') return schema
  if (share.kind === 'mixed') return { inexact: 'it is checked together with other parts of the request' }
  const object = (schema.ref === undefined ? schema : types.schemas[schema.ref]) ?? {}
  if (share.kind === 'member') return object.properties?.[share.name] ?? null
  const { taken, lent } = share
  if (taken.size === 0 && lent.size === 0) return schema
  const { properties, required, ...others } = object
  if (properties === undefined || partsOf(others).length > 0)
    return { inexact: 'it is checked with fields of other parts' }
  return {
    ...others,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !taken.has(name))),
    ...(required === undefined ? {} : { required: required.filter((name) => !taken.has(name) && !lent.has(name)) }),
  }
}
