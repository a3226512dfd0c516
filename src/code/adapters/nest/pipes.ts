import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import {
  argumentsOf,
  classOf,
  decorated,
  each,
  extended,
  lineageOf,
  madeBy,
  member,
  methodOf,
} from '../../decorators/read-decorators.js'
import { returnedIn } from '../../program/returns-in.js'
import type { Project } from '../../project.js'
import { readChecks } from '../../validators/class-validator/checks.js'
import { valuesOf } from '../../validators/class-validator/constraints.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { Exception } from './exception.js'
import { exceptionOf } from './exception-status.js'
import type { Demands, Refusal, Validation } from './pipe.js'
import type { Route } from './route.js'
import { statusNumber } from './status.js'
import { throwsOf } from './throws.js'

/** What the pipes that are listed in `@Param('id', …)` demand of the value. */
export function readPipes(project: Project, pipes: readonly Reference[], around: readonly Value[] = []): Demands {
  let schema: Schema | null = null
  let optional = false
  let refusal: Refusal | null = null
  const exceptions: Exception[] = []
  for (const value of [...around, ...pipes.flatMap((pipe) => each(project, project.values.evaluate(pipe)))]) {
    const { name, args } = nameOf(value)
    if (name === 'DefaultValuePipe') {
      optional = true
      continue
    }
    const known = name === null ? null : schemaOf(project, name, args)
    const owner = classOf(value)
    if (known) {
      schema = schema ?? known
      refusal = refusalOf(project, args)
      optional ||= args.some((argument) => isSet(project, argument, 'optional'))
    } else if (owner && !extendsValidation(project, value)) {
      schema = { inexact: `the pipe ${owner.name?.text ?? ''} changes or refuses the value` }
      const transform = methodOf(project, owner, 'transform')
      if (transform) exceptions.push(...throwsOf(project, transform).exceptions)
    } else if (name !== 'ValidationPipe' && !extendsValidation(project, value)) {
      schema = { inexact: `the pipe ${name ?? ''} is not read` }
      refusal = refusal ?? { status: 400 }
    }
  }
  return { schema, optional, refusal, exceptions }
}

function schemaOf(project: Project, name: string, args: readonly Reference[]): Schema | null {
  switch (name) {
    case 'ParseUUIDPipe':
      return { type: ['string'], format: 'uuid' }
    case 'ParseIntPipe':
      return { type: ['integer'] }
    case 'ParseFloatPipe':
      return { type: ['number'] }
    case 'ParseBoolPipe':
      return { type: ['boolean'] }
    case 'ParseDatePipe':
      return { inexact: 'whatever `new Date` can read' }
    case 'ParseEnumPipe': {
      const values = valuesOf(project, { args })
      return values ? { enum: values } : { inexact: 'the enum of the pipe is not known before run time' }
    }
    case 'ParseArrayPipe':
      return { inexact: 'a list written as text' }
    case 'ParseFilePipe':
      return { inexact: 'a file' }
    default:
      return null
  }
}

function nameOf(value: Value): { readonly name: string | null; readonly args: readonly Reference[] } {
  if (value.kind === 'import') return { name: value.name.replace(/^.*\./, ''), args: [] }
  const made = madeBy(value)
  if (made) return { name: made.name.replace(/^.*\./, ''), args: made.args }
  return { name: null, args: value.kind === 'call' ? argumentsOf(value.node, value.scope) : [] }
}

function isSet(project: Project, options: Reference, name: string): boolean {
  const set = member(project, project.values.evaluate(options), name)
  return set?.kind === 'literal' && set.value === true
}

/** How the options of a pipe say that it refuses: `errorHttpStatusCode`, and before it `exceptionFactory`. */
export function refusalOf(project: Project, args: readonly Reference[]): Refusal {
  for (const argument of args) {
    const value = project.values.evaluate(argument)
    const factory = member(project, value, 'exceptionFactory')
    if (factory) return madeRefusal(project, factory)
    if (value.kind !== 'object') continue
    for (const property of value.node.properties) {
      if (property.name?.getText() !== 'errorHttpStatusCode' || !('initializer' in property)) continue
      return { status: statusNumber(project, { expression: property.initializer, scope: value.scope }) }
    }
  }
  return { status: 400 }
}

/** The error that a factory gives back; one that has several, or that is none of Nest's, is not known. */
function madeRefusal(project: Project, factory: Value): Refusal {
  if (factory.kind !== 'function') return { status: null }
  const made = returnedIn(factory.node.body).map((one) =>
    exceptionOf(project, ts.isParenthesizedExpression(one) ? one.expression : one, factory.scope),
  )
  const [first, ...more] = made
  if (!first || first.status === null || more.some((one) => one?.status !== first.status)) return { status: null }
  return {
    status: first.status,
    body: more.length === 0 ? first.body : { inexact: 'a pipe chooses the body of its error' },
  }
}

/** The pipes over a method and its class, then those of the application; those of the parameter itself, if any, come first. */
export function pipesOver(project: Project, route: Route, own: readonly Reference[] = []): readonly Value[] {
  const { controller, handler, application } = route
  const local = [handler, ...lineageOf(project, controller)].flatMap((node) =>
    decorated(project, node, 'UsePipes').flatMap(({ args }) => args),
  )
  const values = [...own, ...local].flatMap((pipe) => each(project, project.values.evaluate(pipe)))
  return [...values, ...application.pipes]
}

/** The pipes of the project over a method, its class or the application that run for every input: {@link readPipes} reads them. */
export function pipesAround(project: Project, route: Route): readonly Value[] {
  return pipesOver(project, route).filter((value) => classOf(value) && !extendsValidation(project, value))
}

/** The validation that an input goes through: a ValidationPipe on the parameter, the method, the class or the application. */
export function validationOf(project: Project, route: Route, own: readonly Reference[]): Validation | null {
  for (const value of pipesOver(project, route, own)) {
    if (nameOf(value).name === 'ValidationPipe') return settings(project, nameOf(value).args)
    if (extendsValidation(project, value)) return settings(project, handedUp(value))
  }
  return null
}

function settings(project: Project, args: readonly Reference[]): Validation {
  const given = args.map((argument) => project.values.evaluate(argument))
  const option = (name: string) => given.map((one) => member(project, one, name)).find((one) => one !== undefined)
  const transformation = option('transformOptions')
  return {
    checks: readChecks(option, transformation && member(project, transformation, 'enableImplicitConversion')),
    refusal: refusalOf(project, args),
  }
}

/** What a pipe of the project hands to the ValidationPipe that it extends. */
function handedUp(value: Value): readonly Reference[] {
  const made = classOf(value)?.members.find(ts.isConstructorDeclaration)
  return (made?.body?.statements ?? []).flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return []
    if (statement.expression.expression.kind !== ts.SyntaxKind.SuperKeyword) return []
    return statement.expression.arguments.map((expression) => ({ expression, scope: moduleScope }))
  })
}

/** A pipe of the project that is a ValidationPipe, or calls class-validator itself. */
function extendsValidation(project: Project, value: Value): boolean {
  const owner = classOf(value)
  if (!owner) return false
  const transform = methodOf(project, owner, 'transform')
  if (transform && /\b(validate|validateOrReject|validateSync)\(/.test(transform.getText())) return true
  return [...lineageOf(project, owner)].some((node) => {
    const base = extended(node)
    return (
      base !== undefined &&
      nameOf(project.values.evaluate({ expression: base, scope: moduleScope })).name === 'ValidationPipe'
    )
  })
}
