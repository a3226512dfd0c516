import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Exception } from './exception.js'

const text: Schema = { type: ['string'], inexact: 'the words of an error are not compared' }
const code: Schema = { type: ['integer'], inexact: 'the status stands in the body' }
const words: Schema = { inexact: 'the message of an error is text or a list of texts' }

/** The body that Nest writes for an error it makes itself (a pipe, a guard, the body parser). */
export const frameworkBody: Schema = {
  type: ['object'],
  properties: { statusCode: code, message: words, error: text },
  required: ['statusCode', 'message'],
}

/** The body that Nest writes for an error that nobody made an answer of. */
export const unexpectedBody: Schema = {
  type: ['object'],
  properties: { statusCode: code, message: words },
  required: ['statusCode', 'message'],
}

/** The body of `new NotFoundException(…)` and its like, by the first argument, as `HttpException.createBody` makes it. */
export function exceptionBody(
  project: Project,
  args: readonly Reference[],
  generic: boolean,
): Pick<Exception, 'body' | 'own'> {
  const [first] = args
  if (!first) return { body: { ...frameworkBody, properties: { statusCode: code, message: words } }, own: false }
  const type = project.checker.getTypeAtLocation(first.expression)
  if (isText(project, first, type)) {
    const properties = generic
      ? { statusCode: code, message: words }
      : { statusCode: code, message: words, error: text }
    return { body: { type: ['object'], properties, required: Object.keys(properties) }, own: false }
  }
  const isList = project.checker.isArrayLikeType(type)
  if (isList && !generic)
    return { body: { ...frameworkBody, required: ['statusCode', 'message', 'error'] }, own: false }
  if (isPlainObject(type)) return { body: project.types.sent(type, first.expression), own: true }
  return { body: { inexact: 'the body of the error depends on what it is made with' }, own: false }
}

function isText(project: Project, reference: Reference, type: ts.Type): boolean {
  if (typeof plain(project, reference) === 'string') return true
  return (type.flags & ts.TypeFlags.StringLike) !== 0
}

function isPlainObject(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) return false
  return type.symbol?.valueDeclaration === undefined || !ts.isClassLike(type.symbol.valueDeclaration)
}
