import ts from 'typescript'
import type { Lookup } from './expression.js'
import type { Facts, Known } from './facts.js'
import { declarationOf, destructured, subjectOf, valueName } from './subjects.js'
import { unwrapAll } from './unwrap.js'

/**
 * What an expression may be by what is known on this way; null where that leaves all that its type allows. An empty list is
 * a value that cannot be.
 */
export function narrowed(
  expression: ts.Expression,
  lookup: Lookup,
  checker: ts.TypeChecker,
): readonly ts.Type[] | null {
  const { facts } = lookup
  if (facts === undefined || facts.size === 0) return null
  const node = unwrapAll(expression)
  const subject = subjectOf(node, lookup, checker) ?? valueName(node)
  const given = throughObject(node, lookup, checker)
  const all = given ?? armsOf(checker.getTypeAtLocation(expression))
  const left = all.filter((arm) => isPossible(arm, subject, facts, checker))
  return given === null && left.length === all.length ? null : left
}

/** The types of a field in those of its object's types that are left; null where all are. */
function throughObject(node: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): readonly ts.Type[] | null {
  const from = ts.isPropertyAccessExpression(node)
    ? { object: node.expression, name: node.name.text }
    : ts.isIdentifier(node)
      ? takenFrom(node, checker)
      : null
  if (from === null) return null
  const objects = narrowed(from.object, lookup, checker)
  if (objects === null) return null
  return objects.flatMap((object) => {
    const property = checker.getPropertyOfType(object, from.name)
    return property === undefined ? [] : armsOf(checker.getTypeOfSymbol(property))
  })
}

function takenFrom(identifier: ts.Identifier, checker: ts.TypeChecker) {
  const declaration = declarationOf(identifier, checker)
  return declaration !== undefined && ts.isBindingElement(declaration) ? destructured(declaration) : null
}

/** The alternatives of a type. */
export const armsOf = (type: ts.Type): readonly ts.Type[] =>
  type.isUnion() && (type.flags & ts.TypeFlags.EnumLike) === 0 ? type.types : [type]

/** Whether a value of the type can be what is known of it, and its fields what is known of them. */
function isPossible(type: ts.Type, subject: string, facts: Facts, checker: ts.TypeChecker): boolean {
  const known = facts.get(subject)
  if (known !== undefined && !fits(type, known)) return false
  if ((type.flags & ts.TypeFlags.Object) === 0) return true
  const start = `${subject}.`
  for (const [name, field] of facts) {
    if (!name.startsWith(start)) continue
    const property = checker.getPropertyOfType(type, name.slice(start.length))
    if (property === undefined) continue
    const arms = armsOf(checker.getTypeOfSymbol(property))
    if (!arms.some((arm) => fits(arm, field))) return false
  }
  return true
}

const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void
const open = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter

function fits(type: ts.Type, { nullish, truthy, is, not }: Known): boolean {
  const { flags } = type
  if (flags & open) return true
  if (flags & nothing) return nullish !== false && truthy !== true && (is === undefined || is === null)
  if (nullish === true || is === null) return false
  const literal = literalOf(type)
  if (literal !== undefined) {
    if (not?.includes(literal)) return false
    return (is === undefined || is === literal) && (truthy === undefined || truthy === Boolean(literal))
  }
  if (flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) return truthy !== false && is === undefined
  if (is === undefined) return true
  if (flags & ts.TypeFlags.StringLike) return typeof is === 'string'
  if (flags & ts.TypeFlags.NumberLike) return typeof is === 'number'
  return true
}

function literalOf(type: ts.Type): string | number | boolean | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value
  if ((type.flags & ts.TypeFlags.BooleanLiteral) === 0) return undefined
  return 'intrinsicName' in type && type.intrinsicName === 'true'
}
