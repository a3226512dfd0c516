import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import { validators } from '../validators/index.js'
import type { Validator } from '../validators/validator.js'
import type { Reference } from '../values/value.js'
import { underPath } from './paths.js'
import type { Frame, Session, Tracked } from './session.js'
import { keyName, settled } from './syntax.js'
import { memberOf, trackedOf } from './tracked.js'

type Input = Extract<Tracked, { kind: 'input' }>

const catalogue: Readonly<Record<string, Validator>> = validators

/** What a schema of any known library accepts; null where the reference is none. */
export function acceptedBy(
  project: Project,
  reference: Reference,
): { readonly schema: Schema; readonly module: string } | null {
  const value = project.values.evaluate(reference)
  for (const validator of Object.values(catalogue)) {
    const schema = validator.accepts?.(reference, value, project) ?? null
    if (schema !== null) return { schema, module: validator.packages[0] ?? '' }
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
  const [argument] = call.arguments
  const how = checkOf(method)
  if (how === null || argument === undefined) return false
  const inputs = inputsOf(session, frame, argument)
  if (inputs.length === 0) return false
  const accepted = acceptedBy(session.project, { expression: schema, scope: frame.scope })
  if (accepted === null) return false
  const at = session.project.locate(call)
  for (const { input, key } of inputs) {
    const part = key === null ? accepted.schema : (memberSchema(session.project, accepted.schema, key) ?? null)
    if (part === null) continue
    const strength = input.path.length === 0 ? 'validator' : 'lower-bound'
    const mediaType = input.mediaType === undefined ? {} : { mediaType: input.mediaType }
    session.demands.push({ place: input.place, schema: underPath(input.path, part), strength, at, ...mediaType })
  }
  if (how === 'throws') frame.throws.push({ error: null, library: { module: accepted.module, name: 'ZodError' }, at })
  return true
}

function checkOf(method: string): 'throws' | 'reports' | null {
  for (const validator of Object.values(catalogue)) {
    const how = validator.checks?.(method) ?? null
    if (how !== null) return how
  }
  return null
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
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : null
    const input = value === null ? null : trackedOf(session, frame, value)
    return key !== null && input?.kind === 'input' ? [{ input, key }] : []
  })
}
