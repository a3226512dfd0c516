import ts from 'typescript'
import type { Schema, Schemas } from '../../../model/schema.js'
import { isConstant } from '../../program/constant.js'
import { returnedIn } from '../../program/returns-in.js'
import { type Columns, columnsOf } from './columns.js'
import { unwrap } from './unwrap.js'

const deepest = 8
const reason = 'the call that gives it names the fields that it wants, and its type does not tell them'

const known = new WeakMap<ts.TypeChecker, Map<ts.Node, Columns | null>>()

/** What a type says, less certain where the value comes from a call that names only some of the fields. */
export function withPicked(
  expression: ts.Expression,
  schema: Schema,
  checker: ts.TypeChecker,
  schemas: () => Schemas,
): Schema {
  const columns = pickedBy(expression, checker, 0)
  return columns === null ? schema : picked(schema, columns, schemas())
}

function picked(schema: Schema, columns: Columns, schemas: Schemas): Schema {
  const named = schema.ref === undefined ? undefined : schemas[schema.ref]
  if (named !== undefined) return picked(named, columns, schemas)
  if (schema.anyOf !== undefined)
    return { ...schema, anyOf: schema.anyOf.map((part) => picked(part, columns, schemas)) }
  if (typeof schema.items === 'object') return { ...schema, items: picked(schema.items, columns, schemas) }
  if (schema.properties === undefined) return schema
  const properties = Object.entries(schema.properties).map(
    ([name, property]) => [name, columns.has(name) ? property : { ...property, presence: reason }] as const,
  )
  const required = schema.required?.filter((name) => columns.has(name)) ?? []
  return { ...schema, properties: Object.fromEntries(properties), required }
}

/** What the call names that a value comes from, through constants and the functions that only hand it on. */
function pickedBy(expression: ts.Expression, checker: ts.TypeChecker, depth: number): Columns | null {
  const results = known.get(checker) ?? new Map<ts.Node, Columns | null>()
  known.set(checker, results)
  const before = results.get(expression)
  if (before !== undefined) return before
  if (depth > deepest) return null
  // Whoever asks again on the way, asks in a circle.
  results.set(expression, null)
  const columns = find(expression, checker, depth)
  results.set(expression, columns)
  return columns
}

function find(expression: ts.Expression, checker: ts.TypeChecker, depth: number): Columns | null {
  const node = unwrap(expression)
  const inner = (each: ts.Expression) => pickedBy(each, checker, depth + 1)
  if (ts.isAwaitExpression(node) || ts.isNonNullExpression(node)) return inner(node.expression)
  if (ts.isConditionalExpression(node)) return common([inner(node.whenTrue), inner(node.whenFalse)])
  if (ts.isBinaryExpression(node)) {
    const isFallback = /^(\?\?|\|\|)$/.test(node.operatorToken.getText())
    return isFallback ? common([inner(node.left), inner(node.right)]) : null
  }
  if (ts.isIdentifier(node)) {
    const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration
    return declaration !== undefined && isConstant(declaration) ? inner(declaration.initializer) : null
  }
  if (!ts.isCallExpression(node)) return null
  return columnsOf(node, checker) ?? common(returnsOf(node, checker).map(inner))
}

/** A field is sure only where each way names it; a way that names none gives them all. */
function common(ways: readonly (Columns | null)[]): Columns | null {
  const [first, ...others] = ways.filter((way) => way !== null)
  if (first === undefined) return null
  return new Set([...first].filter((name) => others.every((way) => way.has(name))))
}

function returnsOf(call: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Expression[] {
  const declaration = checker.getResolvedSignature(call)?.declaration
  const body = declaration !== undefined && 'body' in declaration ? declaration.body : undefined
  if (body === undefined || declaration?.getSourceFile().isDeclarationFile) return []
  return returnedIn(body)
}
