import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import { returnedIn } from '../program/returns-in.js'
import type { Project } from '../project.js'
import { type TakenOut, takenOutOf } from './taken-out.js'
import type { Wrap, Wrapping } from './wrap.js'

/** Reads a function whose parameter at this place holds the value: it gives the same back, or an object around it. */
export function wrappingOf(fn: ts.FunctionLikeDeclaration, index: number): Wrapping {
  const parameter = fn.parameters[index]
  const given = givenBack(fn)
  if (given === null) return { kind: 'unknown', reason: 'what it gives back has several ways' }
  if (!parameter || !ts.isIdentifier(parameter.name)) return { kind: 'unknown', reason: 'it does not name the value' }
  const name = parameter.name.text
  const value = ts.isParenthesizedExpression(given) ? given.expression : given
  if (ts.isIdentifier(value) && value.text === name) return { kind: 'nothing' }
  if (ts.isObjectLiteralExpression(value)) return { kind: 'wrap', literal: value, parameter: name }
  return { kind: 'unknown', reason: 'it computes another value' }
}

/** The one expression that a function returns. */
function givenBack({ body }: ts.FunctionLikeDeclaration): ts.Expression | null {
  const [only, ...more] = returnedIn(body)
  return only && more.length === 0 ? only : null
}

/** The value that is not there: `undefined`, which JSON leaves out. */
export const nothing: Schema = { not: {} }

/** The object that a value is put into, with the value in its place. */
export function wrapped(project: Project, { literal, parameter }: Wrap, value: Schema): Schema {
  const { present, always } = presentOf(value)
  const isNever = isNothing(value)
  const taken = takenOutOf(literal, parameter)
  const properties: Record<string, Schema> = {}
  const absent = new Set<string>()
  for (const property of literal.properties) {
    const at = project.locate(property)
    if (ts.isShorthandPropertyAssignment(property)) {
      const own = property.name.text === parameter
      if (own && isNever) continue
      const part = partOf(project, value, taken, property.name)
      properties[property.name.text] = own ? present : (part?.schema ?? sentAs(project, property.name))
      if (own ? !always : part?.always === false) absent.add(property.name.text)
    } else if (ts.isPropertyAssignment(property)) {
      const { initializer } = property
      const own = ts.isIdentifier(initializer) && initializer.text === parameter
      if (own && isNever) continue
      const name =
        ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)
          ? property.name.text
          : property.name.getText()
      const part = partOf(project, value, taken, initializer)
      properties[name] = own ? { ...present, at } : part ? { ...part.schema, at } : sentAs(project, initializer)
      if (own ? !always : part?.always === false) absent.add(name)
    } else return { inexact: 'an interceptor spreads the value' }
  }
  return { type: ['object'], properties, required: Object.keys(properties).filter((name) => !absent.has(name)) }
}

/** The value where it is there, and whether it always is. */
function presentOf(value: Schema): { readonly present: Schema; readonly always: boolean } {
  if (isNothing(value)) return { present: {}, always: false }
  const { anyOf, ...rest } = value
  if (!anyOf?.some(isNothing)) return { present: value, always: true }
  const [only, ...more] = anyOf.filter((one) => !isNothing(one))
  if (!only) return { present: {}, always: false }
  return {
    present:
      more.length === 0 && Object.keys(rest).length === 0
        ? only
        : { ...rest, anyOf: anyOf.filter((one) => !isNothing(one)) },
    always: false,
  }
}

const isNothing = ({ not }: Schema): boolean => JSON.stringify(not) === '{}'

function sentAs(project: Project, expression: ts.Expression): Schema {
  return project.types.sent(project.checker.getTypeAtLocation(expression), expression)
}

/** What an expression takes of the value that was handed in; null where it has nothing of it. */
function partOf(
  project: Project,
  value: Schema,
  taken: TakenOut,
  expression: ts.Expression,
): { readonly schema: Schema; readonly always: boolean } | null {
  const field = taken.fieldIn(expression)
  if (field === null) return taken.isIn(expression) ? computed : null
  const object = value.ref === undefined ? value : project.types.schemas[value.ref]
  const schema = object?.properties?.[field]
  return schema === undefined ? computed : { schema, always: object?.required?.includes(field) === true }
}

const computed = { schema: { inexact: 'an interceptor computes it' }, always: true }
