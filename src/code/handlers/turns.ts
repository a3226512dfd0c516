import ts from 'typescript'
import type { Reference, Scope, Value } from '../values/value.js'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, memberName, settled } from './syntax.js'

/** A list of parts of the request is short; what is longer is something else. */
const mostTurns = 12

/**
 * The scopes of each turn of `for (const key of ['body', 'query'])`, where what is done depends on the name of a member;
 * null for any other loop, whose turns are all alike to whoever reads them.
 */
export function turnsOfLoop(session: Session, frame: Frame, loop: ts.ForOfStatement): readonly Scope[] | null {
  if (isOverNothing(session, frame, loop.expression)) return []
  const { initializer, statement } = loop
  const declaration = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined
  if (declaration === undefined || !namesMember(session, declaration.name, statement)) return null
  return turnsOver(session, frame, loop.expression, declaration, loop)
}

/** A list that the caller has written without an item: `for (const scope of scopes ?? [])`. */
function isOverNothing({ project }: Session, { scope }: Frame, list: ts.Expression): boolean {
  const node = settled(list)
  const given = ts.isBinaryExpression(node) && fallbacks.has(node.operatorToken.kind) ? settled(node.left) : node
  const declaration = ts.isIdentifier(given) ? declarationOf(project.checker, given) : null
  if (declaration === null || !ts.isParameter(declaration)) return false
  const over = project.values.evaluate({ expression: given, scope })
  return over.kind === 'array' && over.complete && over.elements.length === 0
}

const fallbacks: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken])

const iterations = new Set(['forEach', 'map', 'flatMap', 'every', 'some', 'find', 'filter'])

/** The same of `['body', 'query'].forEach((key) => …)`. */
export function turnsOfCall(session: Session, frame: Frame, call: ts.CallExpression): readonly Scope[] | null {
  const callee = settled(call.expression)
  if (!isMember(callee) || !iterations.has(memberName(callee) ?? '')) return null
  const [first] = call.arguments
  const callback = first === undefined ? undefined : settled(first)
  if (callback === undefined || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return null
  const [parameter] = callback.parameters
  if (parameter === undefined || !namesMember(session, parameter.name, callback.body)) return null
  return turnsOver(session, frame, callee.expression, parameter, callback)
}

function turnsOver(
  session: Session,
  { scope }: Frame,
  list: ts.Expression,
  declaration: ts.Node,
  owner: ts.Node,
): readonly Scope[] | null {
  const over = session.project.values.evaluate({ expression: list, scope })
  if (over.kind !== 'array' || !over.complete || over.elements.length > mostTurns) return null
  return over.elements.map((element) => {
    const bindings = new Map<ts.Node, Reference | Value>([[declaration, element]])
    return { bindings, outer: scope, owner }
  })
}

/** Whether `x[name]` stands somewhere inside, with a name that is bound here. */
function namesMember({ project: { checker } }: Session, bound: ts.BindingName, inside: ts.Node): boolean {
  const isBound = (name: ts.Identifier): boolean => {
    const declaration = declarationOf(checker, name)
    return declaration !== null && bound.parent.pos <= declaration.pos && declaration.end <= bound.parent.end
  }
  const visit = (node: ts.Node): boolean => {
    if (ts.isElementAccessExpression(node)) {
      const key = settled(node.argumentExpression)
      if (ts.isIdentifier(key) && isBound(key)) return true
    }
    return ts.forEachChild(node, visit) ?? false
  }
  return visit(inside)
}
