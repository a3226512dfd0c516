import ts from 'typescript'
import type { Dialect } from '../dialect.js'
import type { Statuses } from '../exchange.js'
import { headerText } from '../header-text.js'
import { unseenTrace } from '../read-handler.js'

type Link = NonNullable<Dialect['link']>

/** `router.redirect('/old', '/new', 308)`: the registration is the handler. */
const redirection: Link = (project, { expression }, value) => {
  if (value.kind !== 'call' || value.method !== 'redirect' || !ts.isCallExpression(expression)) return null
  const [, destination, code] = value.node.arguments ?? []
  if (destination === undefined) return null
  const given = code === undefined ? null : project.values.evaluate({ expression: code, scope: value.scope })
  const statuses: Statuses =
    given === null
      ? { known: true, values: [301] }
      : given.kind === 'literal' && typeof given.value === 'number'
        ? { known: true, values: [given.value] }
        : { known: false, reason: 'the status of a redirection is computed' }
  const at = project.locate(expression)
  const answer = { statuses, content: null, headers: [{ name: 'Location', schema: headerText, at }], at }
  const trace = { ...unseenTrace(project, expression, ''), unseen: [], passes: false, answers: [answer] }
  return { trace, known: null }
}

/** `output: { 200: { body: schema } }` of koa-joi-router: sends what joi makes of the body, or refuses it. */
const outputCheck: Link = (project, { expression }, value) => {
  const named = value.kind === 'object' ? value.node.parent : undefined
  if (named === undefined || !ts.isPropertyAssignment(named) || named.name.getText() !== 'output') return null
  const at = project.locate(expression)
  const body = { mediaType: 'application/json', schema: { inexact: 'joi may turn the body into another' } }
  const rewrites = [
    { statuses: null, body: 'kept', at },
    { statuses: null, body, at },
  ] as const
  return {
    trace: { ...unseenTrace(project, expression, ''), unseen: [], rewrites },
    known: { statuses: [], hidden: ['500'] },
  }
}

/** What stands in a chain of Koa and is no function of the project, but says what it does. */
export const linkOf: Link = (project, reference, value) =>
  redirection(project, reference, value) ?? outputCheck(project, reference, value)
