import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import { bare } from '../../values/values.js'
import type { Use } from '../use.js'
import { type Checks, readChecks } from './checks.js'
import { dtoSchema, readDto } from './read-dto.js'
import { shapedBy } from './shaped.js'

const checking: Readonly<Record<string, Use['how']>> = {
  validate: 'reports',
  validateSync: 'reports',
  validateOrReject: 'throws',
}

/**
 * `validate(dto)` where `dto` is an object that a part of the request was put into, `plainToInstance(Dto, req.body)`; and
 * `transformAndValidate(Dto, req.body)`, which does both.
 */
export function handedToClassValidator(call: ts.CallExpression, scope: Scope, project: Project): Use | null {
  const [first, second, third] = call.arguments
  if (
    first === undefined ||
    !/\b(validate|validateSync|validateOrReject|transformAndValidate\w*)$/.test(call.expression.getText())
  )
    return null
  const callee = project.values.evaluate({ expression: call.expression, scope })
  if (callee.kind !== 'import') return null
  const read = (expression: ts.Expression | undefined) =>
    expression === undefined ? null : project.values.evaluate({ expression, scope })
  if (callee.module === 'class-transformer-validator') {
    if (second === undefined) return null
    const options = read(third)
    const part = (name: string) => options && project.values.property(options, name)
    return use(project, { expression: first, scope }, second, part('validator'), part('transformer'), 'throws')
  }
  const how = callee.module === 'class-validator' ? checking[callee.name] : undefined
  const made = how === undefined ? null : madeFrom(project, first, scope)
  const shaped = made && shapedBy(project, made.node, made.scope)
  if (how === undefined || shaped === null) return null
  // The variable is what the reader of the function knows by name, not the expression that made it.
  return use(project, shaped.class, first, read(second), shaped.options, how)
}

/** The call that made the object: as it is written for the variable, else what leads there. */
function madeFrom(project: Project, expression: ts.Expression, scope: Scope) {
  const written = bare(expression)
  const declaration = project.checker.getSymbolAtLocation(written)?.valueDeclaration
  const initializer = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  const first = bare(initializer ?? written)
  if (ts.isCallExpression(first)) return { node: first, scope }
  const value = project.values.evaluate({ expression: written, scope })
  return value.kind === 'call' && ts.isCallExpression(value.node) ? { node: value.node, scope: value.scope } : null
}

function use(
  project: Project,
  schema: Reference,
  input: ts.Expression,
  options: Value | null,
  transformation: Value | null,
  how: Use['how'],
): Use {
  const member = (of: Value | null, name: string) => told(of && project.values.property(of, name))
  const checks = readChecks((name) => member(options, name), member(transformation, 'enableImplicitConversion'))
  return { schema, input, how, accepts: (place) => acceptedAs(project, schema, checks, place !== 'body') }
}

function acceptedAs(project: Project, reference: Reference, checks: Checks, text: boolean) {
  const dto = readDto(project, project.values.evaluate(reference), { checks, text })
  return dto && dtoSchema(project, dto)
}

/** An option that is left out, or given as `undefined`, counts as not given. */
const told = (value: Value | null): Value | undefined =>
  value === null || (value.kind === 'literal' && value.value === undefined) ? undefined : value
