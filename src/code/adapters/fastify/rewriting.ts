import ts from 'typescript'
import type { Response } from '../../../model/endpoint.js'
import type { Value } from '../../values/value.js'
import { type Instance, lineage, type PayloadHookName, type Session } from './instance.js'
import { setting } from './settings.js'

/** Whether a hook of this kind may put something else in the place of what the handler answers. */
export function isRewritten(
  session: Session,
  instance: Instance,
  options: Value | null,
  name: PayloadHookName,
): boolean {
  const { values } = session.project
  const around = lineage(instance).flatMap(({ payloadHooks }) =>
    payloadHooks.filter((hook) => hook.name === name).map(({ reference }) => values.evaluate(reference)),
  )
  const own = setting(session.project, options, name)
  return [...around, ...(own === null ? [] : [own])].some((hook) => rewrites(session, hook))
}

function rewrites(session: Session, hook: Value): boolean {
  if (hook.kind === 'literal') return false
  if (hook.kind === 'array') {
    return hook.elements.some((element) => rewrites(session, session.project.values.evaluate(element)))
  }
  if (hook.kind !== 'function' || hook.node.body === undefined) return true
  const [, , payload, done] = hook.node.parameters
  if (payload === undefined || !ts.isIdentifier(payload.name)) return payload !== undefined
  const kept = (expression: ts.Expression | undefined) =>
    expression === undefined || expression.getText() === payload.name.getText() || expression.getText() === 'undefined'
  const { body } = hook.node
  if (!ts.isBlock(body)) return !kept(body) && !isCallOf(body, done, kept)
  return replaces(body, done, kept)
}

type Kept = (expression: ts.Expression | undefined) => boolean

/** Whether a way through the body gives back, or hands on, something else than the payload. */
function replaces(node: ts.Node, done: ts.ParameterDeclaration | undefined, kept: Kept): boolean {
  if (ts.isReturnStatement(node)) {
    const given = node.expression
    return !kept(given) && !(given !== undefined && isCallOf(given, done, kept))
  }
  if (ts.isCallExpression(node) && done !== undefined && node.expression.getText() === done.name.getText()) {
    return !kept(node.arguments[1])
  }
  const inner = ts.isFunctionLike(node) && done === undefined
  return inner ? false : (ts.forEachChild(node, (child) => replaces(child, done, kept) || undefined) ?? false)
}

/** `done(null, payload)`. */
function isCallOf(expression: ts.Expression, done: ts.ParameterDeclaration | undefined, kept: Kept): boolean {
  if (done === undefined || !ts.isCallExpression(expression)) return false
  return expression.expression.getText() === done.name.getText() && kept(expression.arguments[1])
}

/** Responses whose bodies a hook may have put something else in the place of. */
export function blurred(responses: readonly Response[], name: PayloadHookName): readonly Response[] {
  const schema = { inexact: `a hook on \`${name}\` may send something else` }
  return responses.map((response) => ({
    ...response,
    contents: response.contents.map((content) => ({ ...content, schema })),
  }))
}
