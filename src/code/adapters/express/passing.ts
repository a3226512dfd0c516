import ts from 'typescript'
import { express } from '../../handlers/dialects/express.js'
import { readLinks } from '../../handlers/middleware.js'
import { rolesOf, walkFunction } from '../../handlers/read-handler.js'
import { bodyOf } from '../../handlers/syntax.js'
import { contains } from '../../program/contains.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'

/**
 * Whether a route is none, but runs before the routes behind it: `app.all('/admin/*splat', authenticate)`. Its last function
 * lets requests go on, and answers at most to refuse them.
 */
export function letsPass(project: Project, handlers: readonly Reference[]): boolean {
  const last = handlers.at(-1)
  const value = last === undefined ? null : project.values.evaluate(last)
  if (value?.kind !== 'function' || !callsNext(value.node)) return false
  const { passes, answers, unseen } = walkFunction(project, value, express, rolesOf(express, value.node), null)
  const refusals = answers.every(({ statuses }) => statuses.known && statuses.values.every((status) => status >= 400))
  return passes && refusals && unseen.length === 0
}

/** Whether requests may go on to a later registration of the same path: `next('route')`, or `next()` of the last function. */
export function mayGoOn(project: Project, handlers: readonly Reference[]): boolean {
  return handlers.some((handler, index) => {
    const value = project.values.evaluate(handler)
    const isLast = index === handlers.length - 1
    return value.kind === 'function' && callsNext(value.node, isLast ? [undefined, 'route'] : ['route'])
  })
}

/** Whether every request that comes to these functions ends with them: none lets one go on to a later route. */
export function keepsAll(project: Project, handlers: readonly Reference[]): boolean {
  const last = handlers.at(-1)
  // What a handler of express-promise-router returns may be the word that lets requests go on.
  if (last === undefined || project.dependencies.has('express-promise-router') || mayGoOn(project, handlers))
    return false
  if (!handlers.slice(0, -1).every((each) => staysOnRoute(project, each))) return false
  const value = project.values.evaluate(last)
  if (value.kind === 'function' && isWithoutNext(value.node)) return true
  const links = readLinks(project, last, express)
  return links.length > 0 && links.every(({ foreign, trace }) => !foreign && !trace.passes && trace.unseen.length === 0)
}

/** Whether a function before the last surely does not leave its route: only the word for it, wherever it stands, does that. */
function staysOnRoute(project: Project, handler: Reference): boolean {
  const value = project.values.evaluate(handler)
  if (value.kind === 'function') return !/(['"`])router?\1/.test(value.node.getText())
  return value.kind !== 'unknown'
}

const isWithoutNext = ({ parameters }: ts.FunctionLikeDeclaration): boolean =>
  parameters.length < 3 && parameters.every((each) => each.dotDotDotToken === undefined)

/** Whether the third parameter is called without an error: cheap enough to ask of each handler. */
function callsNext(
  declaration: ts.FunctionLikeDeclaration,
  wanted: readonly (string | undefined | null)[] = [undefined],
): boolean {
  const next = declaration.parameters[2]?.name
  const body = bodyOf(declaration)
  if (next === undefined || !ts.isIdentifier(next) || body === null) return false
  return contains(
    body,
    (node) =>
      ts.isCallExpression(node) &&
      wanted.includes(handedTo(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === next.text,
  )
}

/** What `next` is handed: nothing, a word, or an error, which has no name here. */
function handedTo({ arguments: [first] }: ts.CallExpression): string | undefined | null {
  if (first === undefined) return undefined
  return ts.isStringLiteralLike(first) ? first.text : null
}
