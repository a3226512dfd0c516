import ts from 'typescript'
import type { ResponseEffect } from '../../handlers/dialect.js'
import { isNothing } from '../../handlers/dialects/web-response.js'
import { bare } from '../../handlers/syntax.js'

type Args = readonly ts.Expression[]

/** Status and headers behind the payload: `c.json(x, 404, { 'X-Total': '1' })`, `c.json(x, { status: 404, headers })`. */
function after(second: ts.Expression | undefined, third: ts.Expression | undefined): Partial<ResponseEffect> {
  if (second === undefined || isNothing(second)) return third === undefined ? {} : { headers: third }
  if (ts.isObjectLiteralExpression(bare(second))) return { init: second }
  return { status: second, ...(third === undefined ? {} : { headers: third }) }
}

const answers: Readonly<Record<string, (args: Args) => ResponseEffect>> = {
  json: ([payload, status, headers]) => ({ ...after(status, headers), send: { as: 'json', payload: payload ?? null } }),
  text: ([payload, status, headers]) => ({ ...after(status, headers), send: { as: 'text', payload: payload ?? null } }),
  html: ([, status, headers]) => ({ ...after(status, headers), send: { as: 'html' } }),
  render: () => ({ send: { as: 'html' } }),
  body: ([payload, status, headers]) => ({
    ...after(status, headers),
    send: isNothing(payload) ? { as: 'empty' } : { as: 'raw', payload },
  }),
  newResponse: ([payload, status, headers]) => ({
    ...after(status, headers),
    send: isNothing(payload) ? { as: 'empty' } : { as: 'raw', payload },
  }),
  redirect: ([url, status]) => ({
    status: status ?? 302,
    ...(url === undefined ? {} : { header: { name: 'Location', value: url } }),
    send: { as: 'empty' },
  }),
}

const preparations: Readonly<Record<string, (args: Args) => ResponseEffect | null>> = {
  status: ([status]) => (status === undefined ? null : { status, returns: 'nothing' }),
  header: ([name, value]) =>
    name === undefined || value === undefined ? {} : { header: { name, value }, returns: 'nothing' },
}

/** What a method of the context does to the answer. */
export function respond(method: string, args: Args): ResponseEffect | null {
  const answer = Object.hasOwn(answers, method) ? answers[method]?.(args) : undefined
  if (answer !== undefined) return { ...answer, returns: 'nothing' }
  return Object.hasOwn(preparations, method) ? (preparations[method]?.(args) ?? null) : null
}
