import ts from 'typescript'
import { shapedBy } from '../validators/class-validator/shaped.js'
import { writtenIn } from '../values/literals.js'
import type { Dialect, RequestMember } from './dialect.js'
import { decideByLiteral } from './literal-conditions.js'
import type { Frame, Session, Tracked } from './session.js'
import { declarationOf, isMember, keyName, literalText, memberName, settled } from './syntax.js'

type Input = Extract<Tracked, { kind: 'input' }>

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
    const name = base === null ? null : (memberName(node) ?? computedName(session, frame, node))
    return base === null || name === null ? null : memberOf(session.dialect, base, name)
  }
  if (ts.isCallExpression(node))
    return resultOf(session, frame, node) ?? givenBy(session, frame, node) ?? reshaped(session, frame, node)
  if (ts.isNewExpression(node)) return givenBy(session, frame, node)
  if (ts.isConditionalExpression(node)) {
    const truth = decideByLiteral(session, frame, node.condition)
    return truth === null ? null : trackedOf(session, frame, truth ? node.whenTrue : node.whenFalse)
  }
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind)) return trackedOf(session, frame, node.left)
  return null
}

/** `req[where]`, where what is called says which part it is. */
export function computedName(session: Session, { scope }: Frame, node: ts.Expression): string | null {
  if (!ts.isElementAccessExpression(node)) return null
  const key = session.project.values.evaluate({ expression: node.argumentExpression, scope })
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : null
}

function isFallback(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken
}

/** What `base.name` leads to. */
export function memberOf(dialect: Dialect, base: Tracked, name: string): Tracked | null {
  if (base.kind === 'input') return { ...base, path: [...base.path, name] }
  if (base.kind === 'bundle') return base.parts.get(name) ?? null
  if (base.kind === 'caught') return null
  const member = dialect.member(base.role, name)
  if (member?.kind === 'input') return wholeOf(member)
  if (member?.kind === 'role') return { kind: 'role', role: member.role }
  return null
}

/** All of an input. */
function wholeOf(member: Extract<RequestMember, { kind: 'input' | 'reader' }>): Input {
  const mediaType = member.kind === 'reader' && member.place === 'body' ? member.mediaType : undefined
  return { kind: 'input', place: member.place, path: [], ...(mediaType === undefined ? {} : { mediaType }) }
}

/** What a call gives back: the response again in a chain, or a part of the request that a reader method gives. */
function resultOf(session: Session, frame: Frame, call: ts.CallExpression): Tracked | null {
  const callee = settled(call.expression)
  if (!isMember(callee)) return null
  const name = memberName(callee)
  const base = trackedOf(session, frame, callee.expression)
  if (base?.kind === 'input' && name !== null) return inputOf(session, base, name, call)
  if (base?.kind !== 'role' || name === null) return null
  const member = session.dialect.member(base.role, name, call.arguments)
  if (member?.kind === 'reader') return wholeOf(member)
  if (member?.kind === 'getter') {
    const field = literalText(member.field ?? call.arguments[0])
    return field === null ? null : { kind: 'input', place: member.place, path: [field] }
  }
  // `request.clone()`.
  if (member?.kind === 'role') return { kind: 'role', role: member.role }
  if (base.role !== 'response' && base.role !== 'context') return null
  const effect = session.dialect.respond(name, call.arguments, base.role)
  return effect !== null && effect.returns !== 'nothing' ? base : null
}

/** `query.get('page')` is one field of the query, `query.entries()` all of it; a field that is computed is none. */
function inputOf(session: Session, base: Input, method: string, call: ts.CallExpression): Input | null {
  if (base.path.length > 0) return null
  const way = session.dialect.inputMethod?.(method) ?? null
  if (way === 'whole') return base
  const field = way === null ? null : literalText(call.arguments[0])
  return field === null ? null : { ...base, path: [field] }
}

/** What a function of the framework or the platform gives: `cookies()`, `new URL(request.url)`, `Object.fromEntries(query)`. */
function givenBy(session: Session, frame: Frame, node: ts.CallExpression | ts.NewExpression): Tracked | null {
  if (session.dialect.given === undefined) return null
  const [argument] = node.arguments ?? []
  const tracked = argument === undefined ? null : trackedOf(session, frame, argument)
  if (tracked?.kind === 'input') return node.expression.getText() === 'Object.fromEntries' ? tracked : null
  const given = session.dialect.given(session.project, node, tracked?.kind === 'role' ? tracked.role : null)
  if (given?.kind === 'input' || given?.kind === 'reader') return wholeOf(given)
  if (given?.kind === 'getter') {
    const field = literalText(given.field ?? node.arguments?.[0])
    return { kind: 'input', place: given.place, path: field === null ? [] : [field] }
  }
  return given?.kind === 'role' ? { kind: 'role', role: given.role } : null
}

/** A part of the request that is put into an object of a class: `plainToInstance(Dto, req.body)`. */
function reshaped(session: Session, frame: Frame, call: ts.CallExpression): Tracked | null {
  const shaped = shapedBy(session.project, call, frame.scope)
  const tracked = shaped === null ? null : trackedOf(session, frame, shaped.input)
  return tracked?.kind === 'input' ? tracked : null
}

/** What an object literal puts together of the exchange; null where it holds none of it. */
export function bundleOf(
  session: Session,
  frame: Frame,
  literal: ts.ObjectLiteralExpression,
): Extract<Tracked, { kind: 'bundle' }> | null {
  const parts = literal.properties.flatMap((property): readonly (readonly [string, Tracked])[] => {
    if (ts.isSpreadAssignment(property)) {
      const spread = trackedOf(session, frame, property.expression)
      return spread?.kind === 'bundle' ? [...spread.parts] : []
    }
    const name = property.name === undefined ? null : keyName(property.name)
    const value = writtenIn(property)
    const tracked = value === null ? null : trackedOf(session, frame, value)
    return name === null || tracked === null ? [] : [[name, tracked]]
  })
  return parts.length === 0 ? null : { kind: 'bundle', parts: new Map(parts) }
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
  if (tracked.kind === 'role') frame.tracked.set(name, tracked)
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
