import type { Security } from '../../model/endpoint.js'
import type { Link } from './middleware.js'

/** Whether a client must show who it is: by what refuses before the handler, else by its name, else unknown. */
export function securityOf(before: readonly Link[], handler: readonly Link[]): Security {
  const guards = before.flatMap((link) => {
    const guard = guardOf(link)
    return guard === null ? [] : [guard]
  })
  const strict = guards.find((guard) => guard.kind === 'guarded')
  const [first] = guards
  if (strict !== undefined || first !== undefined) return strict ?? first ?? unknown('')
  const partly = before.find((link) => refuses(link, [401, 403]))
  if (partly !== undefined) return unknown(`\`${partly.name}\` refuses some requests`)
  const asking = before.find(asksForCredentials)
  if (asking !== undefined) return unknown(`\`${asking.name}\` reads a credential and answers some requests itself`)
  const raising = before.find((link) => link.raises)
  if (raising !== undefined) return unknown(`\`${raising.name}\` hands on an error whose status is not known`)
  const unseen = before.find((link) => link.trace.unseen.length > 0)
  if (unseen !== undefined)
    return unknown(`\`${unseen.name}\` is not followed: ${unseen.trace.unseen[0]?.reason ?? ''}`)
  if (handler.some((link) => refuses(link, [401, 403]))) return unknown('the handler itself refuses some requests')
  if (handler.some((link) => link.trace.unseen.length > 0)) return unknown('the handler is not followed to its end')
  const turning = [...before, ...handler.filter(answersOtherwise)].find((link) => refuses(link, redirects))
  if (turning !== undefined) return unknown(`\`${turning.name}\` sends some requests elsewhere, perhaps to sign in`)
  return { kind: 'open' }
}

/** It may refuse strangers with a status that says nothing of it: `res.send({ success: false })`. */
const asksForCredentials = ({ trace }: Link): boolean =>
  trace.answers.length > 0 &&
  trace.reads.some(
    ({ place, path }) => place === 'header' && /^(authorization|x-api-key|x-access-token)$/i.test(path[0] ?? ''),
  )

/** What sends a visitor to a page that asks who it is. */
const redirects = [302, 303, 307]

const answersOtherwise = ({ trace }: Link): boolean =>
  trace.answers.some(({ statuses }) => !statuses.known || statuses.values.some((value) => !redirects.includes(value)))

function unknown(reason: string): Security {
  return { kind: 'unknown', reason }
}

function guardOf(link: Link): Extract<Security, { kind: 'guarded' | 'optional' }> | null {
  const { at } = link.trace
  const guards = link.known?.guards
  if (guards !== undefined) return { kind: guards.optional ? 'optional' : 'guarded', schemes: [guards.scheme], at }
  const named = link.authenticates !== null
  const isOptional = /optional|maybe|soft/i.test(link.name)
  const refuses401 = refuses(link, [401])
  if (!named && !refuses401) return null
  if (named && isOptional) return { kind: 'optional', schemes: [], at }
  if (named ? isPassedBy(link) : refuses401 && isSelective(link)) return null
  if (link.authenticates === 'configured') return { kind: 'guarded', schemes: [], at }
  if (!refuses401 && link.trace.unseen.length === 0 && !refuses(link, [403]) && link.trace.throws.length === 0)
    return null
  return { kind: 'guarded', schemes: [], at }
}

/** It lets some requests pass before it has asked anything: which ones is not known. */
function isSelective({ trace }: Link): boolean {
  const refusal = trace.answers.find((answer) => answer.statuses.known && answer.statuses.values.includes(401))
  return trace.passSites.some((pass) => refusal !== undefined && pass.line < refusal.at.line)
}

/**
 * One that is named for it may pass those early that have shown who they are, and refuse all others; but where it lets more pass after
 * a refusal, the early ones were never asked.
 */
function isPassedBy({ trace }: Link): boolean {
  const refusals = trace.answers.filter(
    ({ statuses }) => !statuses.known || statuses.values.some((status) => status === 401 || status === 403),
  )
  return refusals.some(({ at }) => {
    const lines = trace.passSites.filter(({ file }) => file === at.file).map(({ line }) => line)
    return lines.some((line) => line < at.line) && lines.some((line) => line > at.line)
  })
}

/** Whether a middleware answers with one of the statuses. */
export function refuses(link: Link, statuses: readonly number[]): boolean {
  const answered = link.trace.answers.some(
    ({ statuses: given }) => given.known && given.values.some((value) => statuses.includes(value)),
  )
  return answered || (link.known?.statuses ?? []).some((value) => statuses.includes(value))
}
