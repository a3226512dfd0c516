import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import type { KnownText, RouteFacts } from './route-facts.js'
import type { Frame, Session, Tracked } from './session.js'
import { declarationOf, isMember, keyName, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

/** What names stand for while a condition is looked at, by their declaration. */
export type Named = ReadonlyMap<ts.Node, KnownText>

/** Members of a request, or of its URL, that tell where it was sent, and what they hold. */
const members: Readonly<Record<string, (facts: RouteFacts) => KnownText | null>> = {
  url: pathText,
  originalUrl: ({ path, whole: all, ...facts }) => pathText({ ...facts, path: all ?? path }),
  path: pathText,
  pathname: pathText,
  'raw.url': pathText,
  routerPath: patternText,
  'routeOptions.url': patternText,
  method: methodText,
  'raw.method': methodText,
  'routeOptions.method': methodText,
}

/** The names under which a request tells where it was sent, the first of each chain. */
export const routeMembers: ReadonlySet<string> = new Set(
  Object.keys(members).map((chain) => chain.split('.')[0] ?? chain),
)

/** The text that an expression holds for every request to the route; null where that is not known. */
export function routeText(session: Session, frame: Frame, expression: ts.Expression, named: Named): KnownText | null {
  const facts = session.dialect.route
  if (facts === undefined) return null
  const node = settled(expression)
  const inner = (part: ts.Expression) => routeText(session, frame, part, named)
  if (ts.isStringLiteralLike(node)) return whole(node.text)
  if (ts.isIdentifier(node)) return nameText(session, frame, node, named)
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind)) return inner(node.left)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return joined([inner(node.left), inner(node.right)])
  }
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap((span) => [inner(span.expression), whole(span.literal.text)])
    return joined([whole(node.head.text), ...spans])
  }
  if (ts.isElementAccessExpression(node)) {
    const split = splitAtQuery(node)
    if (split !== null) return inner(split)
  }
  if (isMember(node)) {
    const chain = requestChain(session, frame, node)
    const read = chain === null ? undefined : members[chain]
    return read === undefined ? literalText(session, frame, node) : read(facts)
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const base = inner(node.expression.expression)
    if (base === null) return null
    if (node.expression.name.text === 'toLowerCase') return { ...base, text: base.text.toLowerCase() }
    if (node.expression.name.text === 'toUpperCase') return { ...base, text: base.text.toUpperCase() }
    return node.expression.name.text === 'toString' ? base : null
  }
  return null
}

function whole(text: string): KnownText {
  return { text, whole: true }
}

/** Parts one after the other, as far as they are known. */
function joined(parts: readonly (KnownText | null)[]): KnownText | null {
  const end = parts.findIndex((part) => part === null || !part.whole)
  const known = parts.slice(0, end < 0 ? parts.length : end + 1)
  const text = known.map((part) => part?.text ?? '').join('')
  return end === 0 && known[0] === null ? null : { text, whole: end < 0 }
}

function nameText(session: Session, frame: Frame, name: ts.Identifier, named: Named): KnownText | null {
  const declaration = declarationOf(session.project.checker, name)
  if (declaration === null) return null
  const known = named.get(declaration)
  if (known !== undefined) return known
  if (ts.isBindingElement(declaration)) return destructuredText(session, frame, declaration)
  if (isConstant(declaration)) {
    const text = routeText(session, frame, declaration.initializer, named)
    if (text !== null) return text
  }
  return literalText(session, frame, name)
}

/** `const { url, method } = request`, `({ url, method }) => …`. */
function destructuredText(session: Session, frame: Frame, element: ts.BindingElement): KnownText | null {
  const facts = session.dialect.route
  const source = element.parent.parent
  const given = ts.isVariableDeclaration(source) ? source.initializer : undefined
  const tracked = given === undefined ? frame.tracked.get(element.parent) : trackedOf(session, frame, given)
  if (facts === undefined || !tellsRoute(tracked)) return null
  const key = element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)
  const name = key === undefined ? null : keyName(key)
  return name === null ? null : (members[name]?.(facts) ?? null)
}

function literalText(session: Session, frame: Frame, expression: ts.Expression): KnownText | null {
  const value = session.project.values.evaluate({ expression, scope: frame.scope })
  return value.kind === 'literal' && typeof value.value === 'string' ? { text: value.value, whole: true } : null
}

/** The names that lead from the request to here: `routeOptions.url`; null where it is no part of the request. */
function requestChain(session: Session, frame: Frame, node: ts.Expression): string | null {
  const names: string[] = []
  let current = node
  while (isMember(current)) {
    const name = memberName(current)
    if (name === null) return null
    names.unshift(name)
    current = settled(current.expression)
    if (isRequest(session, frame, current)) return names.join('.')
  }
  return null
}

function isRequest(session: Session, frame: Frame, expression: ts.Expression): boolean {
  return tellsRoute(trackedOf(session, frame, expression))
}

function tellsRoute(tracked: Tracked | null | undefined): boolean {
  return (
    tracked?.kind === 'role' && (tracked.role === 'request' || tracked.role === 'context' || tracked.role === 'url')
  )
}

/** `url.split('?')[0]` is the url without its query: what is split; null for anything else. */
function splitAtQuery(node: ts.ElementAccessExpression): ts.Expression | null {
  const call = settled(node.expression)
  if (node.argumentExpression.getText() !== '0' || !ts.isCallExpression(call)) return null
  const [separator] = call.arguments
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'split') return null
  return separator !== undefined && ts.isStringLiteralLike(separator) && separator.text === '?'
    ? call.expression.expression
    : null
}

function isFallback(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken
}

/** The url as code reads it; a query that may follow is left out, as code that compares the url means its path. */
function pathText({ path }: RouteFacts): KnownText {
  const open = path.indexOf('{')
  return open < 0 ? { text: path, whole: true } : { text: path.slice(0, open), whole: false }
}

function patternText({ pattern }: RouteFacts): KnownText {
  return { text: pattern, whole: true }
}

function methodText({ method }: RouteFacts): KnownText | null {
  return method === null ? null : { text: method, whole: true }
}
