import ts from 'typescript'
import type { Json } from '../../../model/json.js'
import { isConstant } from '../../program/constant.js'
import { comparisonOf } from '../../program/operators.js'
import type { Lookup, Substitution } from './expression.js'
import type { Facts, Known } from './facts.js'
import { bothKnown, withFacts } from './knowledge.js'
import { literalSchema } from './known.js'
import { orderOf } from './orders.js'
import { declarationOf, subjectOf } from './subjects.js'
import { unwrapAll } from './unwrap.js'
import { literalOf } from './written.js'

/** What a condition asks of one value, and what is known of it where the answer is yes, and where it is no. */
interface Question {
  readonly subject: string
  readonly yes: Known
  readonly no: Known
  /** The literal that it is by what is written. */
  readonly written?: Json
}

const deepest = 8

/** Whether a condition holds by what is known on this way; null where that does not tell. */
export function holds(condition: ts.Expression, names: Lookup, checker: ts.TypeChecker): boolean | null {
  const { facts } = names
  if (facts === undefined) return null
  const { node, lookup } = writtenOut(condition, names, checker)
  if (isNot(node)) {
    const inner = holds(node.operand, lookup, checker)
    return inner === null ? null : !inner
  }
  const parts = logical(node)
  if (parts !== null) {
    const left = holds(parts.left, lookup, checker)
    const right = holds(parts.right, lookup, checker)
    if (left === parts.decisive || right === parts.decisive) return parts.decisive
    return left === null || right === null ? null : !parts.decisive
  }
  const ordered = orderOf(node, withFacts(lookup, facts), checker)
  if (ordered !== null) return ordered
  const question = questionOf(node, lookup, checker)
  if (question === null) return null
  const known = knownOf(facts, question)
  if (known === undefined) return null
  if (known === null || bothKnown(known, question.yes) === null) return false
  return bothKnown(known, question.no) === null ? true : null
}

/** The facts where the condition holds, or does not: null where that cannot be. What cannot be told adds nothing. */
export function assume(
  facts: Facts,
  condition: ts.Expression,
  truth: boolean,
  names: Lookup,
  checker: ts.TypeChecker,
): Facts | null {
  const { node, lookup } = writtenOut(condition, names, checker)
  if (isNot(node)) return assume(facts, node.operand, !truth, lookup, checker)
  const parts = logical(node)
  const decided = facts.size === 0 ? null : decidedBy(node, withFacts(lookup, facts), checker)
  if (decided !== null) return decided === truth ? facts : null
  if (parts !== null) {
    if (truth === parts.decisive) return facts
    const left = assume(facts, parts.left, truth, lookup, checker)
    return left === null ? null : assume(left, parts.right, truth, lookup, checker)
  }
  const question = questionOf(node, lookup, checker)
  if (question === null) return facts
  return learned(facts, question, truth)
}

/** Whether a comparison of sizes, or a combination of conditions, holds by what is known. */
function decidedBy(node: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): boolean | null {
  return logical(node) === null ? orderOf(node, lookup, checker) : holds(node, lookup, checker)
}

function learned(facts: Facts, question: Question, truth: boolean): Facts | null {
  const before = knownOf(facts, question)
  const known = before === null ? null : bothKnown(before, truth ? question.yes : question.no)
  return known === null ? null : new Map([...facts, [question.subject, known]])
}

/** What is known of the value that is asked about: on this way, and by what is written where it is made. */
function knownOf(facts: Facts, { subject, written }: Question): Known | undefined | null {
  const known = facts.get(subject)
  return written === undefined ? known : bothKnown(known, { is: written })
}

/** The facts where a value is null or undefined, or is neither. */
export function assumeNullish(
  facts: Facts,
  value: ts.Expression,
  nullish: boolean,
  lookup: Lookup,
  checker: ts.TypeChecker,
): Facts | null {
  const question = nullishness(value, lookup, checker)
  return question === null ? facts : learned(facts, question, nullish)
}

/** Whether `value ??` goes on to what stands behind it; null where that cannot be told. */
export function isNullish(value: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): boolean | null {
  const subject = lookup.facts === undefined ? null : subjectOf(value, lookup, checker)
  return subject === null ? null : (lookup.facts?.get(subject)?.nullish ?? null)
}

/** The facts where a value is the literal, or is not. */
export function assumeEqual(
  facts: Facts,
  value: ts.Expression,
  literal: Json,
  same: boolean,
  lookup: Lookup,
  checker: ts.TypeChecker,
): Facts | null {
  const question = sameness(value, literal, lookup, checker)
  return question === null ? facts : learned(facts, question, same)
}

/** A condition, and how to read the names in it. */
interface Written {
  readonly node: ts.Expression
  readonly lookup: Lookup
}

/** The condition that a name stands for: `found` of `const found = item !== null`, or of a parameter that is handed it. */
function writtenOut(condition: ts.Expression, lookup: Lookup, checker: ts.TypeChecker, depth = 0): Written {
  const node = unwrapAll(condition)
  const plain: Written = { node, lookup }
  if (depth > deepest) return plain
  if (ts.isCallExpression(node) && isBoolean(node) && node.arguments[0] !== undefined)
    return writtenOut(node.arguments[0], lookup, checker, depth + 1)
  if (!ts.isIdentifier(node)) return plain
  const held = lookup(node) ?? heldBy(node, lookup, checker)
  return held !== undefined && isAsked(unwrapAll(held.expression))
    ? writtenOut(held.expression, withFacts(held.lookup, lookup.facts), checker, depth + 1)
    : plain
}

/** What a constant holds. */
function heldBy(name: ts.Identifier, lookup: Lookup, checker: ts.TypeChecker): Substitution | undefined {
  const declaration = declarationOf(name, checker)
  return declaration !== undefined && isConstant(declaration)
    ? { expression: declaration.initializer, lookup }
    : undefined
}

/** Whether a value is a question itself, not something that a question is asked of. */
function isAsked(node: ts.Expression): boolean {
  return isNot(node) || logicalOrComparison(node) || (ts.isCallExpression(node) && isBoolean(node))
}

const isBoolean = (call: ts.CallExpression): boolean => call.expression.getText() === 'Boolean'

function isNot(node: ts.Expression): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
}

function logical(
  node: ts.Expression,
): { readonly left: ts.Expression; readonly right: ts.Expression; readonly decisive: boolean } | null {
  if (!ts.isBinaryExpression(node)) return null
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.BarBarToken) return { left: node.left, right: node.right, decisive: true }
  return kind === ts.SyntaxKind.AmpersandAmpersandToken ? { left: node.left, right: node.right, decisive: false } : null
}

function logicalOrComparison(node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(node)) return false
  const { kind } = node.operatorToken
  const isOrder = kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.GreaterThanEqualsToken
  return isOrder || comparisonOf(node) !== null || (logical(node) !== null && isPlainly(node))
}

/** `a && b` of conditions is one; `user && user.name` is a value. */
function isPlainly({ left, right }: ts.BinaryExpression): boolean {
  return [left, right].every((each) => isNot(unwrapAll(each)) || logicalOrComparison(unwrapAll(each)))
}

function questionOf(node: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): Question | null {
  const equality = ts.isBinaryExpression(node) ? comparisonOf(node)?.same : undefined
  if (equality !== undefined && ts.isBinaryExpression(node)) {
    const asked = equalityOf(node, lookup, checker)
    return asked === null || equality ? asked : { subject: asked.subject, yes: asked.no, no: asked.yes }
  }
  const counted = ts.isBinaryExpression(node) ? lengthOf(node) : null
  return truthiness(counted ?? node, lookup, checker)
}

/** `list.length > 0` asks what `list.length` does. */
function lengthOf({ left, operatorToken, right }: ts.BinaryExpression): ts.Expression | null {
  const value = unwrapAll(left)
  const isCount = ts.isPropertyAccessExpression(value) && /^(length|size|count)$/.test(value.name.text)
  return isCount && operatorToken.kind === ts.SyntaxKind.GreaterThanToken && right.getText() === '0' ? value : null
}

function equalityOf(node: ts.BinaryExpression, lookup: Lookup, checker: ts.TypeChecker): Question | null {
  const isLoose = node.operatorToken.getText().length === 2
  const isWritten = literalOf(node.right) !== undefined || isUndefined(node.right)
  const [value, wanted] = isWritten ? [node.left, node.right] : [node.right, node.left]
  const literal = isUndefined(wanted) ? null : literalOf(wanted)
  if (literal === undefined) return truthiness(node, lookup, checker)
  if (literal === null) {
    const flags = flagsOf(value, checker)
    const other = isUndefined(wanted) ? ts.TypeFlags.Null : ts.TypeFlags.Undefined | ts.TypeFlags.Void
    if (isLoose || (flags & (other | open)) === 0) return nullishness(value, lookup, checker)
    return truthiness(node, lookup, checker)
  }
  return sameness(value, literal, lookup, checker)
}

function sameness(value: ts.Expression, literal: Json, lookup: Lookup, checker: ts.TypeChecker): Question | null {
  const subject = subjectOf(value, lookup, checker)
  return subject === null
    ? null
    : { subject, yes: { is: literal }, no: { not: [literal] }, ...writtenAs(value, lookup) }
}

/** The literal that stands for the value where it is made: in what a variable was given, or in a field of it. */
function writtenAs(value: ts.Expression, lookup: Lookup): { readonly written?: Json } {
  const node = unwrapAll(value)
  const made = ts.isIdentifier(node)
    ? lookup(node)?.expression
    : ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
      ? fieldOf(lookup(node.expression)?.expression, node.name.text)
      : undefined
  const written = made === undefined ? undefined : literalSchema(unwrapAll(made))?.enum?.[0]
  return written === undefined ? {} : { written }
}

function fieldOf(object: ts.Expression | undefined, name: string): ts.Expression | undefined {
  const literal = object === undefined ? undefined : unwrapAll(object)
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return undefined
  if (literal.properties.some(ts.isSpreadAssignment)) return undefined
  const property = literal.properties.find((each) => each.name !== undefined && each.name.getText() === name)
  return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined
}

function isUndefined(expression: ts.Expression): boolean {
  const node = unwrapAll(expression)
  return ts.isIdentifier(node) && node.text === 'undefined'
}

const open = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter
const plainObject = ts.TypeFlags.Object | ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void

function flagsOf(value: ts.Expression, checker: ts.TypeChecker): number {
  const type = declaredTypeOf(value, checker)
  return (type.isUnion() ? type.types : [type]).reduce((flags, { flags: each }) => flags | each, 0)
}

/** What a name may hold at all: the compiler narrows it where it stands behind other conditions. */
function declaredTypeOf(value: ts.Expression, checker: ts.TypeChecker): ts.Type {
  const node = unwrapAll(value)
  const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined
  return symbol === undefined ? checker.getTypeAtLocation(value) : checker.getTypeOfSymbol(symbol)
}

function truthiness(value: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): Question | null {
  const subject = subjectOf(value, lookup, checker)
  if (subject === null) return null
  const flags = flagsOf(value, checker)
  const asked = { subject, ...writtenAs(value, lookup) }
  // Of an object and nothing else, what is false is not there.
  if ((flags & ~plainObject) === 0) return { ...asked, yes: { truthy: true }, no: { truthy: false, nullish: true } }
  if ((flags & ~(ts.TypeFlags.BooleanLike | ts.TypeFlags.Union)) === 0)
    return { ...asked, yes: { is: true }, no: { is: false } }
  return { ...asked, yes: { truthy: true }, no: { truthy: false } }
}

function nullishness(value: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): Question | null {
  const subject = subjectOf(value, lookup, checker)
  if (subject === null) return null
  const isObject = (flagsOf(value, checker) & ~plainObject) === 0
  const asked = { subject, ...writtenAs(value, lookup) }
  return { ...asked, yes: { nullish: true }, no: isObject ? { nullish: false, truthy: true } : { nullish: false } }
}
