import ts from 'typescript'
import { assume, assumeEqual } from './conditions.js'
import type { Lookup } from './expression.js'
import type { Facts } from './facts.js'
import { withFacts } from './knowledge.js'
import { literalOf } from './written.js'

/** A value that a function gives back, and what is known where it does. */
export interface Return {
  readonly expression: ts.Expression
  readonly facts: Facts
}

/** What a block comes to: the values that it gives back, and what is known where it runs on; null where it never does. */
interface Course {
  readonly returns: readonly Return[]
  readonly on: Facts | null
}

/** What a body of nothing but conditions and `return` gives back; null for any other body. */
export function returnsOf(body: ts.Block, names: Lookup, facts: Facts, checker: ts.TypeChecker): Course | null {
  return through(body.statements, names, facts, checker)
}

function through(
  statements: readonly ts.Statement[],
  names: Lookup,
  facts: Facts,
  checker: ts.TypeChecker,
): Course | null {
  let course: Course = { returns: [], on: facts }
  for (const statement of statements) {
    if (course.on === null) return course
    const next = past(statement, names, course.on, checker)
    if (next === null) return null
    course = { returns: [...course.returns, ...next.returns], on: next.on }
  }
  return course
}

function past(statement: ts.Statement, names: Lookup, facts: Facts, checker: ts.TypeChecker): Course | null {
  if (ts.isBlock(statement)) return through(statement.statements, names, facts, checker)
  if (ts.isThrowStatement(statement)) return { returns: [], on: null }
  if (ts.isReturnStatement(statement))
    return statement.expression === undefined
      ? null
      : { returns: [{ expression: statement.expression, facts }], on: null }
  const lookup = withFacts(names, facts)
  if (ts.isIfStatement(statement)) {
    const { expression, thenStatement, elseStatement } = statement
    const met = assume(facts, expression, true, lookup, checker)
    const missed = assume(facts, expression, false, lookup, checker)
    const yes = met === null ? nowhere : past(thenStatement, names, met, checker)
    const no =
      missed === null
        ? nowhere
        : elseStatement === undefined
          ? { returns: [], on: missed }
          : past(elseStatement, names, missed, checker)
    return yes === null || no === null ? null : both(yes, no, facts)
  }
  return ts.isSwitchStatement(statement) ? pastSwitch(statement, names, facts, checker) : null
}

const nowhere: Course = { returns: [], on: null }

/** Where both run on, only what was known before is known. */
function both(left: Course, right: Course, before: Facts): Course {
  const on = left.on === null ? right.on : right.on === null ? left.on : before
  return { returns: [...left.returns, ...right.returns], on }
}

/** A `switch` of which each case, or the one that it runs into, returns. */
function pastSwitch(
  { expression, caseBlock: { clauses } }: ts.SwitchStatement,
  names: Lookup,
  facts: Facts,
  checker: ts.TypeChecker,
): Course | null {
  const lookup = withFacts(names, facts)
  const literals = clauses.map((clause) => (ts.isCaseClause(clause) ? literalOf(clause.expression) : undefined))
  const none = literals.reduce<Facts | null>((left, literal) => {
    if (left === null || literal === undefined) return left
    return assumeEqual(left, expression, literal, false, withFacts(names, left), checker)
  }, facts)
  let all: Course = { returns: [], on: clauses.some(ts.isDefaultClause) ? null : none }
  for (const [index, clause] of clauses.entries()) {
    const literal = literals[index]
    if (ts.isCaseClause(clause) && literal === undefined) return null
    const here = literal === undefined ? none : assumeEqual(facts, expression, literal, true, lookup, checker)
    if (here === null) continue
    const body = clauses.slice(index).find(({ statements }) => statements.length > 0)
    const course = body === undefined ? null : through(body.statements, names, here, checker)
    if (course === null || course.on !== null) return null
    all = both(all, course, facts)
  }
  return all
}
