import ts from 'typescript'
import type { Dialect } from './dialect.js'
import type { Frame, Session, Tracked } from './session.js'
import { declarationOf, isMember, keyName, memberName, settled } from './syntax.js'

/** What an expression is known to hold of the request or the response; null where it is neither. */
export function trackedOf(session: Session, frame: Frame, expression: ts.Expression): Tracked | null {
  const node = settled(expression)
  if (ts.isIdentifier(node)) {
    if (!session.names.has(node.text)) return null
    const declaration = declarationOf(session.project.checker, node)
    return declaration === null ? null : (frame.tracked.get(declaration) ?? null)
  }
  if (isMember(node)) {
    const base = trackedOf(session, frame, node.expression)
    const name = memberName(node)
    return base === null || name === null ? null : memberOf(session.dialect, base, name)
  }
  if (ts.isCallExpression(node)) return resultOf(session, frame, node)
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind)) return trackedOf(session, frame, node.left)
  return null
}

function isFallback(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken
}

/** What `base.name` leads to. */
export function memberOf(dialect: Dialect, base: Tracked, name: string): Tracked | null {
  if (base.kind === 'input') return { ...base, path: [...base.path, name] }
  if (base.kind === 'caught') return null
  const member = dialect.member(base.role, name)
  if (member?.kind === 'input') return { kind: 'input', place: member.place, path: [] }
  if (member?.kind === 'role') return { kind: 'role', role: member.role }
  return null
}

/** What a call gives back: the response again in a chain, or a part of the request that a reader method gives. */
function resultOf(session: Session, frame: Frame, call: ts.CallExpression): Tracked | null {
  const callee = settled(call.expression)
  if (!isMember(callee)) return null
  const name = memberName(callee)
  const base = trackedOf(session, frame, callee.expression)
  if (base?.kind !== 'role' || name === null) return null
  const member = session.dialect.member(base.role, name)
  if (member?.kind === 'reader') return { kind: 'input', place: member.place, path: [] }
  if (base.role !== 'response' && base.role !== 'context') return null
  const effect = session.dialect.respond(name, call.arguments)
  return effect !== null && effect.returns !== 'nothing' ? base : null
}

/** Lets a name stand for a part of the exchange from here on. */
export function track(
  session: Session,
  frame: Frame,
  name: ts.Identifier,
  declaration: ts.Node,
  tracked: Tracked,
): void {
  session.names.add(name.text)
  frame.tracked.set(declaration, tracked)
}

/** Lets a name, or the names of a pattern, stand for what they are given. Gives the parts of the request that a pattern takes apart. */
export function bindName(
  session: Session,
  frame: Frame,
  name: ts.BindingName,
  declaration: ts.Node,
  tracked: Tracked,
): readonly { readonly part: Tracked; readonly element: ts.BindingElement; readonly rest: boolean }[] {
  if (ts.isIdentifier(name)) {
    track(session, frame, name, declaration, tracked)
    return []
  }
  if (!ts.isObjectBindingPattern(name)) return []
  return name.elements.flatMap((element) => {
    if (element.dotDotDotToken !== undefined) {
      if (ts.isIdentifier(element.name)) track(session, frame, element.name, element, tracked)
      return tracked.kind === 'input' ? [{ part: tracked, element, rest: true }] : []
    }
    const key = element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)
    const text = key === undefined ? null : keyName(key)
    const part = text === null ? null : memberOf(session.dialect, tracked, text)
    if (part === null) return []
    const inner = bindName(session, frame, element.name, element, part)
    return inner.length > 0 || !ts.isIdentifier(element.name) ? inner : [{ part, element, rest: false }]
  })
}
