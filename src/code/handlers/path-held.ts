import ts from 'typescript'
import { isReassigned } from './reassigned.js'
import { boundTo } from './scopes.js'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, literalText, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

/** What stands under the name of a path parameter: a text with some character in it, any text, a list that is not empty, or nothing. */
export type Held = 'filled' | 'text' | 'list' | 'absent'

/** How many names in a row are looked through. */
const deepest = 8

/** What an expression holds where it is a parameter of the path as it came; null for anything else. */
export function heldByPath(session: Session, frame: Frame, expression: ts.Expression, depth = 0): Held | null {
  const parameters = session.dialect.route?.parameters
  if (parameters === undefined || depth > deepest) return null
  const node = settled(expression)
  if (ts.isIdentifier(node)) return heldByName(session, frame, node, depth)
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const isFallback = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken
    const left = isFallback ? heldByPath(session, frame, node.left, depth + 1) : null
    return left === 'filled' ? left : null
  }
  if (ts.isConditionalExpression(node)) return heldByChoice(session, frame, node, depth)
  if (isMember(node)) return heldByMember(session, frame, node)
  return ts.isCallExpression(node) ? heldByCall(session, frame, node) : null
}

/** A name that is given once: a constant, one that is taken out of the parameters, or the argument of a followed call. */
function heldByName(session: Session, frame: Frame, name: ts.Identifier, depth: number): Held | null {
  const declaration = declarationOf(session.project.checker, name)
  if (declaration === null) return null
  if (ts.isParameter(declaration)) {
    const given = boundTo(frame.scope, declaration)
    const isKept = given !== null && !isReassigned(declaration)
    return isKept ? heldByPath(session, { ...frame, scope: given.scope }, given.expression, depth + 1) : null
  }
  const variable = ts.findAncestor(declaration, ts.isVariableDeclaration)
  const list = variable?.parent
  if (list === undefined || !ts.isVariableDeclarationList(list) || (list.flags & ts.NodeFlags.Const) === 0) return null
  if (ts.isBindingElement(declaration)) {
    const isPlain = declaration.initializer === undefined && declaration.dotDotDotToken === undefined
    return isPlain && isText(session, name) ? heldByField(session, frame, name) : null
  }
  return variable?.initializer === undefined ? null : heldByPath(session, frame, variable.initializer, depth + 1)
}

/** `Array.isArray(id) ? id[0] : id`: a parameter is one text. */
function heldByChoice(session: Session, frame: Frame, node: ts.ConditionalExpression, depth: number): Held | null {
  const listed = listedIn(node.condition)
  const held = listed === null ? null : heldByPath(session, frame, listed, depth + 1)
  return held === null || held === 'list' ? null : heldByPath(session, frame, node.whenFalse, depth + 1)
}

/** What `Array.isArray(…)` asks about; null for any other condition. */
export function listedIn(condition: ts.Expression): ts.Expression | null {
  const node = settled(condition)
  return ts.isCallExpression(node) && node.expression.getText() === 'Array.isArray' ? (node.arguments[0] ?? null) : null
}

function heldByMember(
  session: Session,
  frame: Frame,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Held | null {
  return isText(session, node) ? heldByField(session, frame, node) : null
}

/** One field of what holds all parameters: `req.params.id`. Code may write there, so that nothing is known of other names. */
function heldByField(session: Session, frame: Frame, node: ts.Expression): Held | null {
  const tracked = trackedOf(session, frame, node)
  if (tracked?.kind !== 'input') return null
  const [field, ...deeper] = tracked.path
  const { filled, texts, lists, sealed, places = [] } = session.dialect.route?.parameters ?? {}
  if (field === undefined || deeper.length > 0 || !places.some((place) => place === tracked.place)) return null
  if (filled?.has(field)) return 'filled'
  if (texts?.has(field)) return 'text'
  return lists?.has(field) ? 'list' : sealed === true ? 'absent' : null
}

/** `c.req.param('id')`, `getRouterParam(event, 'id')`. */
function heldByCall(session: Session, frame: Frame, call: ts.CallExpression): Held | null {
  const callee = settled(call.expression)
  const base = isMember(callee) ? trackedOf(session, frame, callee.expression) : null
  const name = isMember(callee) ? memberName(callee) : null
  if (base?.kind !== 'role' || name === null) return isText(session, call) ? heldByField(session, frame, call) : null
  const member = session.dialect.member(base.role, name, call.arguments)
  const field = member?.kind === 'getter' && member.place === 'path' ? literalText(call.arguments[0]) : null
  const { filled, texts, complete } = session.dialect.route?.parameters ?? {}
  if (field === null) return null
  return filled?.has(field) ? 'filled' : texts?.has(field) ? 'text' : complete === true ? 'absent' : null
}

/** What a check has made a number of is no text any more: `0` is as good as nothing. */
function isText({ project: { checker } }: Session, node: ts.Expression): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  const arms = type.isUnion() ? type.types : [type]
  return arms.every(
    (arm) =>
      (arm.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 ||
      checker.isArrayType(arm),
  )
}
