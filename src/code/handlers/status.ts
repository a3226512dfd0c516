import ts from 'typescript'
import type { Value } from '../values/value.js'
import { caughtBy } from './caught.js'
import { constructedWith } from './constructed.js'
import { eitherStatus } from './either-status.js'
import { errorProperty } from './error-status.js'
import type { Statuses } from './exchange.js'
import { statusSoFar } from './said.js'
import { boundTo } from './scopes.js'
import type { Caught, Frame, Session } from './session.js'
import { statusConstant } from './status-names.js'
import { bare, declarationOf, isMember } from './syntax.js'
import { assignedTo, assignedToField } from './variables.js'

/** The statuses that an expression can stand for. */
export function statusesOf(session: Session, frame: Frame, expression: ts.Expression): Statuses {
  const node = bare(expression)
  const read = (part: ts.Expression) => statusesOf(session, frame, part)
  if (ts.isNumericLiteral(node)) return known([Number(node.text)])
  if (ts.isConditionalExpression(node)) return eitherStatus(read(node.whenTrue), read(node.whenFalse))
  if (ts.isBinaryExpression(node) && isFallback(node)) return fallback(session, frame, node)
  if (ts.isPropertyAccessExpression(node)) {
    const caught = caughtBy(session, frame, node.expression)
    const value = caught?.only ? errorProperty(session.project, caught.only, node.name.text) : null
    if (typeof value === 'number') return known([value])
    const carried = caught?.only === null ? carriedBy(session, caught, node.name.text) : null
    if (carried !== null) return known(carried)
  }
  const soFar = statusSoFar(session, frame, node)
  if (soFar !== null) return soFar
  // The type of a field of an error allows what any error of its class may carry.
  const typed = literalsOf(session.project.checker.getTypeAtLocation(node))
  if (typed?.length === 1) return known(typed)
  const handed = ts.isIdentifier(node) ? argumentFor(session, frame, node) : null
  if (handed?.known) return handed
  if (typed !== null && typed.length < wholeEnum) return known(typed)
  if (ts.isIdentifier(node)) {
    const declared = throughName(session, frame, node)
    if (declared !== null) return declared
  }
  const given = constructedWith(session, frame, node)
  if (given !== null) return read(given)
  const evaluated = numbersIn(session.project.values.evaluate({ expression: node, scope: frame.scope }))
  const later = isMember(node) ? assignedToField(session, node) : []
  if (evaluated !== null && later.length > 0) return later.map(read).reduce(eitherStatus, known(evaluated))
  return evaluated === null ? { known: false, reason: `the status is computed: ${shown(node)}` } : known(evaluated)
}

/** A type of this many statuses is the type of all of them, and tells nothing. */
const wholeEnum = 12

function known(values: readonly number[]): Statuses {
  return { known: true, values }
}

/** The statuses that the errors which are known to arrive carry; null where one of them may carry any. */
function carriedBy({ project }: Session, { throws }: Caught, name: string): readonly number[] | null {
  const values = throws.map((thrown) =>
    thrown.library === undefined ? errorProperty(project, thrown, name) : undefined,
  )
  if (values.includes(null)) return null
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length > 0 ? [...new Set(numbers)] : null
}

function isFallback(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken
}

/** `err.status ?? 500`: of an error that is followed, one or the other; else both. */
function fallback(session: Session, frame: Frame, node: ts.BinaryExpression): Statuses {
  const left = bare(node.left)
  const only = ts.isPropertyAccessExpression(left) ? caughtBy(session, frame, left.expression)?.only : null
  if (only && ts.isPropertyAccessExpression(left)) {
    const value = errorProperty(session.project, only, left.name.text)
    if (typeof value === 'number') return known([value])
    if (value === undefined) return statusesOf(session, frame, node.right)
  }
  // A helper that is called without its optional argument.
  const given = session.project.values.evaluate({ expression: left, scope: frame.scope })
  if (given.kind === 'literal' && (given.value === undefined || given.value === null))
    return statusesOf(session, frame, node.right)
  // And one that is called with it.
  if (isMember(left) && given.kind === 'literal' && typeof given.value === 'number' && given.value > 0)
    return known([given.value])
  return eitherStatus(statusesOf(session, frame, left), statusesOf(session, frame, node.right))
}

const mostStatuses = 20

function literalsOf(type: ts.Type): readonly number[] | null {
  const arms = type.isUnion() ? type.types : [type]
  // A union of all statuses that there are, as frameworks declare their parameters, says nothing.
  if (arms.length > mostStatuses) return null
  const values = arms.map((arm) => (arm.isNumberLiteral() ? arm.value : null))
  const numbers = values.filter((value) => value !== null)
  return numbers.length === values.length && numbers.length > 0 ? numbers : null
}

/** What a helper is handed, whatever else its parameter allows. */
function argumentFor(session: Session, frame: Frame, identifier: ts.Identifier): Statuses | null {
  const declaration = declarationOf(session.project.checker, identifier)
  const bound = declaration === null ? null : boundTo(frame.scope, declaration)
  if (bound === null || bound.expression === identifier) return null
  return statusesOf(session, { ...frame, scope: bound.scope }, bound.expression)
}

/** A parameter stands for its argument, a variable for everything it is given. */
function throughName(session: Session, frame: Frame, identifier: ts.Identifier): Statuses | null {
  const declaration = declarationOf(session.project.checker, identifier)
  if (declaration === null) return null
  const handed = argumentFor(session, frame, identifier)
  if (handed !== null) return handed
  if (ts.isParameter(declaration) && frame.function === declaration.parent && declaration.initializer !== undefined) {
    return statusesOf(session, frame, declaration.initializer)
  }
  if (!ts.isVariableDeclaration(declaration)) return null
  const given = assignedTo(session, identifier, declaration)
  if (given === null || given.length === 0) return null
  return given.map((value) => statusesOf(session, frame, value)).reduce(eitherStatus)
}

/** The numbers that a value is one of; null where it may be something else. */
export function numbersIn(value: Value): readonly number[] | null {
  if (value.kind === 'literal') return typeof value.value === 'number' ? [value.value] : null
  if (value.kind === 'import') {
    const constant = statusConstant(value.module, value.name)
    return constant === null ? null : [constant]
  }
  if (value.kind !== 'choice') return null
  const options = value.options.map(numbersIn)
  const all = options.filter((option) => option !== null)
  return all.length === options.length && all.length > 0 ? all.flat() : null
}

/** The text that an expression stands for; null where it is not one known text. */
export function textOf(session: Session, frame: Frame, expression: ts.Expression): string | null {
  const node = bare(expression)
  if (ts.isStringLiteralLike(node)) return node.text
  const type = session.project.checker.getTypeAtLocation(node)
  if (type.isStringLiteral()) return type.value
  const value = session.project.values.evaluate({ expression: node, scope: frame.scope })
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : null
}

/** Source text short enough for a sentence. */
export function shown(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ')
  return text.length > 60 ? `\`${text.slice(0, 57)}…\`` : `\`${text}\``
}
