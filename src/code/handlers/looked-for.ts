import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import { isMember, isNullish, memberName, settled } from './syntax.js'

const reason = 'the code looks itself whether it is there'

/**
 * In: what a declared type says of a part of the request, and where it is declared. Out: the same, where fields that may be missing by
 * the type are looked for by the function around: it may well refuse to do without.
 */
export function lookedFor(schema: Schema, schemas: Readonly<Record<string, Schema>>, node: ts.Node): Schema {
  const around = ts.findAncestor(node, ts.isFunctionLike)
  const object = schema.ref === undefined ? schema : schemas[schema.ref]
  if (around === undefined || object?.properties === undefined) return schema
  const names = askedIn(around)
  const required = object.required ?? []
  const entries = Object.entries(object.properties)
  if (!entries.some(([name]) => names.has(name) && !required.includes(name))) return schema
  const properties = entries.map(([name, each]): [string, Schema] => [
    name,
    names.has(name) && !required.includes(name) ? { ...each, presence: reason } : each,
  ])
  return {
    ...object,
    ...(schema.at === undefined ? {} : { at: schema.at }),
    properties: Object.fromEntries(properties),
  }
}

const asked = new WeakMap<ts.Node, ReadonlySet<string>>()

/** The names that a function holds against nothing: `!name`, `body.name === undefined`, `typeof name`. */
function askedIn(around: ts.Node): ReadonlySet<string> {
  const known = asked.get(around)
  if (known !== undefined) return known
  const names = new Set<string>()
  const note = (expression: ts.Expression): void => {
    const node = settled(expression)
    const name = ts.isIdentifier(node) ? node.text : isMember(node) ? memberName(node) : null
    if (name !== null) names.add(name)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) note(node.operand)
    if (ts.isTypeOfExpression(node)) note(node.expression)
    if (ts.isBinaryExpression(node) && isNullish(node.right)) note(node.left)
    ts.forEachChild(node, visit)
  }
  visit(around)
  asked.set(around, names)
  return names
}
