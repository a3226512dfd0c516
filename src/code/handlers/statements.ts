import ts from 'typescript'
import { decide, decideCase, doubtIn, excludeAnswered } from './conditions.js'
import { doubting, join, joinAll } from './flow.js'
import { giveBack } from './give-back.js'
import { forgotten } from './given.js'
import { walkInitializer } from './initializer.js'
import { raise } from './raise.js'
import type { Flow, Frame, Session } from './session.js'
import { plainLiteral } from './syntax.js'
import { walkTry } from './tries.js'
import { turnsOfLoop } from './turns.js'
import { where, whereEqual } from './where.js'
import { whereItHolds } from './without-body.js'

/** Walks one statement: what it says of the answer, from the state before it to the state after it. */
function walkStatement(session: Session, frame: Frame, statement: ts.Statement, flow: Flow | null): Flow | null {
  if (--session.budget < 0) return flow
  const expression = (node: ts.Expression | undefined, before: Flow | null) =>
    node === undefined ? before : session.walk.expression(session, frame, node, before)
  const inner = (node: ts.Statement | undefined, before: Flow | null) =>
    node === undefined ? before : walkStatement(session, frame, node, before)

  if (ts.isBlock(statement)) return walkStatements(session, frame, statement.statements, flow)
  if (ts.isExpressionStatement(statement)) return expression(statement.expression, flow)
  if (ts.isVariableStatement(statement)) return walkDeclarations(session, frame, statement.declarationList, flow)
  if (ts.isReturnStatement(statement)) {
    frame.exits.push(walkReturn(session, frame, statement.expression, flow))
    return null
  }
  if (ts.isThrowStatement(statement)) {
    expression(statement.expression, flow)
    raise(session, frame, statement.expression, statement, flow)
    return null
  }
  if (ts.isIfStatement(statement)) {
    const after = expression(statement.expression, flow)
    const truth = decide(session, frame, statement.expression)
    const met = (each: boolean) => where(session, frame, statement.expression, each, after)
    const holding = whereItHolds(session, frame, statement.expression, met(true))
    const doubt = doubtIn(session, frame, statement.expression)
    const yes = truth === false ? null : inner(statement.thenStatement, doubting(holding, doubt))
    if (yes === null && truth !== false) excludeAnswered(session, frame, statement)
    const no = truth === true ? null : inner(statement.elseStatement, met(false))
    return join(yes, no)
  }
  if (ts.isTryStatement(statement)) return walkTry(session, frame, statement, flow)
  if (ts.isSwitchStatement(statement)) return walkSwitch(session, frame, statement, flow)
  if (ts.isForStatement(statement)) {
    const { initializer } = statement
    const before =
      initializer !== undefined && ts.isVariableDeclarationList(initializer)
        ? walkDeclarations(session, frame, initializer, flow)
        : expression(initializer, flow)
    const entry = forgotten(expression(statement.condition, before), statement)
    return join(entry, expression(statement.incrementor, inner(statement.statement, entry)))
  }
  if (ts.isForOfStatement(statement) || ts.isForInStatement(statement)) {
    const entry = forgotten(expression(statement.expression, flow), statement)
    const turns = ts.isForOfStatement(statement) ? turnsOfLoop(session, frame, statement) : null
    if (turns === null) return join(entry, inner(statement.statement, entry))
    return turns.reduce<Flow | null>(
      (state, scope) => join(state, walkStatement(session, { ...frame, scope }, statement.statement, state)),
      entry,
    )
  }
  if (ts.isWhileStatement(statement) || ts.isDoStatement(statement)) {
    const entry = forgotten(expression(statement.expression, flow), statement)
    return join(entry, inner(statement.statement, entry))
  }
  if (ts.isLabeledStatement(statement)) return inner(statement.statement, flow)
  return flow
}

export function walkStatements(
  session: Session,
  frame: Frame,
  statements: readonly ts.Statement[],
  flow: Flow | null,
): Flow | null {
  let state = flow
  for (const statement of statements) {
    state = walkStatement(session, frame, statement, state)
    if (ts.isIfStatement(statement) && leaves(session, frame, statement)) return state
    if (ts.isSwitchStatement(statement) && state === null && truthsOf(session, frame, statement).includes(true))
      return state
  }
  return state
}

/** Whether the branch that is known to be taken is left for good: what follows is never reached. */
function leaves(session: Session, frame: Frame, statement: ts.IfStatement): boolean {
  const truth = decide(session, frame, statement.expression)
  const taken = truth === null ? undefined : truth ? statement.thenStatement : statement.elseStatement
  const last = taken !== undefined && ts.isBlock(taken) ? taken.statements.at(-1) : taken
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last))
}

function walkDeclarations(
  session: Session,
  frame: Frame,
  list: ts.VariableDeclarationList,
  flow: Flow | null,
): Flow | null {
  return list.declarations.reduce<Flow | null>(
    (state, declaration) => walkInitializer(session, frame, declaration, state),
    flow,
  )
}

function walkReturn(session: Session, frame: Frame, value: ts.Expression | undefined, flow: Flow | null): Flow | null {
  if (value === undefined) return flow
  return giveBack(session, frame, value, session.walk.expression(session, frame, value, flow))
}

function walkSwitch(session: Session, frame: Frame, statement: ts.SwitchStatement, flow: Flow | null): Flow | null {
  const start = session.walk.expression(session, frame, statement.expression, flow)
  const truths = truthsOf(session, frame, statement)
  const breaks: (Flow | null)[] = []
  let through: Flow | null = null
  let falls = false
  for (const [index, clause] of statement.caseBlock.clauses.entries()) {
    const entered = truths[index] !== false
    // A case that is known to be left out says nothing, unless the one before runs on into it.
    if (!entered && !falls) continue
    const met = entered ? whereCase(session, frame, statement, index, start) : null
    through = walkStatements(session, frame, withoutBreak(clause.statements), join(met, through))
    falls = !endsInBreak(clause.statements) && !endsInReturn(clause.statements)
    if (!endsInBreak(clause.statements)) continue
    breaks.push(through)
    through = null
  }
  const past = isExhaustive(statement, truths) ? null : whereCase(session, frame, statement, null, start)
  return joinAll([...breaks, through, past])
}

/** The ways that come to a case of a `switch`, to its `default`, or past it. */
function whereCase(
  session: Session,
  frame: Frame,
  { expression, caseBlock }: ts.SwitchStatement,
  index: number | null,
  flow: Flow | null,
): Flow | null {
  const clause = index === null ? undefined : caseBlock.clauses[index]
  if (clause !== undefined && ts.isCaseClause(clause)) {
    const literal = plainLiteral(clause.expression)
    if (expression.kind === ts.SyntaxKind.TrueKeyword) return where(session, frame, clause.expression, true, flow)
    return literal === undefined ? flow : whereEqual(session, frame, expression, literal, true, flow)
  }
  return caseBlock.clauses.filter(ts.isCaseClause).reduce<Flow | null>((state, each) => {
    const literal = plainLiteral(each.expression)
    if (expression.kind === ts.SyntaxKind.TrueKeyword) return where(session, frame, each.expression, false, state)
    return literal === undefined ? state : whereEqual(session, frame, expression, literal, false, state)
  }, flow)
}

/** Which cases a `switch` may come to: true, false or not known; `default` where no other is known to be the one. */
function truthsOf(
  session: Session,
  frame: Frame,
  { expression, caseBlock }: ts.SwitchStatement,
): readonly (boolean | null)[] {
  const known = caseBlock.clauses.map((clause) =>
    ts.isCaseClause(clause) ? decideCase(session, frame, expression, clause.expression) : null,
  )
  return known.includes(true) ? known.map((each) => each === true) : known
}

function isExhaustive({ caseBlock }: ts.SwitchStatement, truths: readonly (boolean | null)[]): boolean {
  return truths.includes(true) || caseBlock.clauses.some(ts.isDefaultClause)
}

function endsInReturn(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1)
  if (last === undefined) return false
  return ts.isReturnStatement(last) || ts.isThrowStatement(last) || (ts.isBlock(last) && endsInReturn(last.statements))
}

function endsInBreak(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1)
  if (last === undefined) return false
  return ts.isBreakStatement(last) || (ts.isBlock(last) && endsInBreak(last.statements))
}

function withoutBreak(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  return statements.filter((statement) => !ts.isBreakStatement(statement))
}
