import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { comparisonOf } from '../program/operators.js'
import type { KnownText } from './route-facts.js'
import { isInByRoute, isThereByRoute } from './route-members.js'
import { mentionsRequest } from './route-mentions.js'
import { type Named, routeMembers, routeText } from './route-texts.js'
import type { Frame, Session } from './session.js'
import { bodyOf, declarationOf, isNullish, settled } from './syntax.js'

/** How far constants and functions that stand for a condition are followed. */
const deepest = 6

/** Whether a condition on where the request was sent holds for the route that is being read; null where it is not known. */
export function decideByRoute(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  if (session.dialect.route === undefined || frame.tracked.size === 0) return null
  if (!mentionsRequest(session, frame, condition, routeMembers)) return null
  return holds({ session, frame, named: new Map(), depth: 0 }, condition)
}

/** Whether a switch on where the request was sent comes to one of its cases; null where it is not known. */
export function caseByRoute(
  session: Session,
  frame: Frame,
  switched: ts.Expression,
  wanted: ts.Expression,
): boolean | null {
  if (session.dialect.route === undefined || frame.tracked.size === 0) return null
  if (!mentionsRequest(session, frame, switched, routeMembers)) return null
  const question: Question = { session, frame, named: new Map(), depth: 0 }
  const left = textOf(question, switched)
  const right = textOf(question, wanted)
  return left === null || right === null ? null : equals(left, right)
}

interface Question {
  readonly session: Session
  readonly frame: Frame
  readonly named: Named
  readonly depth: number
}

function holds(question: Question, condition: ts.Expression): boolean | null {
  const node = settled(condition)
  if (question.depth > deepest) return null
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = holds(question, node.operand)
    return inner === null ? null : !inner
  }
  if (ts.isBinaryExpression(node)) return binaryHolds(question, node)
  if (ts.isCallExpression(node)) return callHolds(question, node)
  const isThere = isThereByRoute(question.session, question.frame, node)
  if (isThere !== null || !ts.isIdentifier(node)) return isThere
  const declaration = declarationOf(question.session.project.checker, node)
  return declaration !== null && isConstant(declaration)
    ? holds({ ...question, depth: question.depth + 1 }, declaration.initializer)
    : null
}

function binaryHolds(question: Question, node: ts.BinaryExpression): boolean | null {
  const kind = node.operatorToken.kind
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return every([holds(question, node.left), holds(question, node.right)])
  }
  if (kind === ts.SyntaxKind.BarBarToken) return some([holds(question, node.left), holds(question, node.right)])
  if (kind === ts.SyntaxKind.InKeyword) return isInByRoute(question.session, question.frame, node.left, node.right)
  const equality = comparisonOf(node)
  if (equality === null) return null
  const asked = askedForNothing(node)
  const isThere = asked === null ? null : isThereByRoute(question.session, question.frame, asked)
  if (isThere !== null) return isThere !== equality.same
  // Most conditions compare with a number or with nothing: that is told before the other side is evaluated.
  const right = textOf(question, node.right)
  const left = right === null ? null : textOf(question, node.left)
  const equal = left === null || right === null ? null : equals(left, right)
  return equal === null ? null : equal === equality.same
}

/** What is held against nothing: `x` of `x === undefined`, `x == null`, `typeof x === 'undefined'`. */
function askedForNothing({ left, right }: ts.BinaryExpression): ts.Expression | null {
  const node = settled(left)
  const other = settled(right)
  if (ts.isTypeOfExpression(node)) {
    return ts.isStringLiteralLike(other) && other.text === 'undefined' ? node.expression : null
  }
  return isNullish(other) ? node : null
}

function callHolds(question: Question, call: ts.CallExpression): boolean | null {
  const [first] = call.arguments
  if (first === undefined) return null
  if (!ts.isPropertyAccessExpression(call.expression)) return functionHolds(question, call)
  const base = call.expression.expression
  const name = call.expression.name.text
  if (name === 'some' || name === 'every') return listHolds(question, base, first, name)
  const given = textOf(question, first)
  if (name === 'test') return given === null ? null : matches(question, base, given)
  if (given === null) return null
  if (name === 'has') return contains(question, base, given)
  const text = textOf(question, base)
  if (text === null) return name === 'includes' ? contains(question, base, given) : null
  if (!given.whole) return null
  if (name === 'startsWith') return startsWith(text, given.text)
  if (name === 'endsWith') return text.whole ? text.text.endsWith(given.text) : null
  return name !== 'includes' ? null : text.text.includes(given.text) ? true : text.whole ? false : null
}

/** `isPublic(request.url)`: a function of the project that gives back one condition. */
function functionHolds(question: Question, call: ts.CallExpression): boolean | null {
  const { session, frame } = question
  const value = session.project.values.evaluate({ expression: call.expression, scope: frame.scope })
  if (value.kind !== 'function') return null
  const texts = call.arguments.map((argument) => textOf(question, argument))
  return givenBack(question, value.node, texts)
}

/** `prefixes.some((prefix) => url.startsWith(prefix))`. */
function listHolds(
  question: Question,
  list: ts.Expression,
  given: ts.Expression,
  name: 'some' | 'every',
): boolean | null {
  const texts = elementsOf(question, list)
  if (texts === null || !(ts.isArrowFunction(given) || ts.isFunctionExpression(given))) return null
  const answers = texts.map((text) => givenBack(question, given, [text]))
  return name === 'some' ? some(answers) : every(answers)
}

function givenBack(
  question: Question,
  callee: ts.SignatureDeclaration,
  texts: readonly (KnownText | null)[],
): boolean | null {
  const body = bodyOf(callee)
  if (body === null) return null
  const [only, ...others] = ts.isBlock(body) ? body.statements : []
  const result = ts.isBlock(body)
    ? others.length === 0 && only !== undefined && ts.isReturnStatement(only)
      ? only.expression
      : undefined
    : body
  if (result === undefined) return null
  const named = new Map(question.named)
  for (const [index, parameter] of callee.parameters.entries()) {
    const text = texts[index] ?? null
    if (text !== null) named.set(parameter, text)
  }
  return holds({ ...question, named, depth: question.depth + 1 }, result)
}

function contains(question: Question, list: ts.Expression, text: KnownText): boolean | null {
  const texts = elementsOf(question, list)
  return texts === null ? null : some(texts.map((each) => equals(each, text)))
}

/** The texts of a list, or of a set that is made of one; null where one is not known. */
function elementsOf({ session, frame }: Question, list: ts.Expression): readonly KnownText[] | null {
  const value = session.project.values.evaluate({ expression: setOf(session, list) ?? list, scope: frame.scope })
  if (value.kind !== 'array' || !value.complete) return null
  const texts = value.elements.flatMap((element): readonly KnownText[] => {
    const each = session.project.values.evaluate(element)
    return each.kind === 'literal' && typeof each.value === 'string' ? [{ text: each.value, whole: true }] : []
  })
  return texts.length === value.elements.length ? texts : null
}

/** The list in `new Set(list)`, also through a constant. */
function setOf(session: Session, expression: ts.Expression): ts.Expression | null {
  const node = settled(expression)
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Set' ? (node.arguments?.[0] ?? null) : null
  const declaration = ts.isIdentifier(node) ? declarationOf(session.project.checker, node) : null
  return declaration !== null && isConstant(declaration) && ts.isNewExpression(settled(declaration.initializer))
    ? setOf(session, declaration.initializer)
    : null
}

function matches({ session, frame }: Question, pattern: ts.Expression, { text, whole }: KnownText): boolean | null {
  const value = session.project.values.evaluate({ expression: pattern, scope: frame.scope })
  const parts = value.kind === 'regexp' ? /^\/(.*)\/([a-z]*)$/s.exec(value.source) : null
  if (parts === null || !whole) return null
  try {
    return new RegExp(parts[1] ?? '', (parts[2] ?? '').replace(/[gy]/g, '')).test(text)
  } catch {
    return null
  }
}

function textOf({ session, frame, named }: Question, expression: ts.Expression): KnownText | null {
  return routeText(session, frame, expression, named)
}

function equals(left: KnownText, right: KnownText): boolean | null {
  if (left.whole && right.whole) return left.text === right.text
  const [shorter, longer] = left.text.length <= right.text.length ? [left, right] : [right, left]
  if (!longer.text.startsWith(shorter.text)) return false
  return shorter.whole && shorter.text.length < longer.text.length ? false : null
}

function startsWith({ text, whole }: KnownText, start: string): boolean | null {
  if (text.startsWith(start)) return true
  return !whole && start.startsWith(text) ? null : false
}

function some(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

function every(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(false) ? false : answers.includes(null) ? null : true
}
