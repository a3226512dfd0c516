import type { Method } from '../../../model/endpoint.js'
import type { Dialect } from '../../handlers/dialect.js'
import type { Trace } from '../../handlers/exchange.js'
import { readHandler } from '../../handlers/read-handler.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { atRoute } from './endpoints.js'

const methods: readonly Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']
/** A method that no handler asks for by name: what it gets is what all the others get. */
const other = 'TRACE'
const refusals = new Set([404, 405, 501])

/**
 * The methods that one handler for all of them serves: those that it tells apart and does not refuse, and `ALL` where it
 * serves the others too.
 */
export function methodsOf(project: Project, handler: Reference, dialect: Dialect, path: string): readonly Method[] {
  const traceOf = (method: string) => readHandler(project, handler, atRoute(dialect, method, path))
  const rest = traceOf(other)
  const fallback = fingerprint(rest)
  const own = methods.filter((method) => {
    const trace = traceOf(method)
    return fingerprint(trace) !== fallback && !isRefused(trace)
  })
  return servesOthers(rest, own.length > 0) ? [...own, 'ALL'] : own
}

function fingerprint({ answers, throws, unseen, passSites, open }: Trace): string {
  const places = [...answers, ...throws, ...unseen].map(({ at }) => `${at.file}:${at.line}:${at.column}`)
  return JSON.stringify([places, passSites, open])
}

/** Every way ends in a status that says that the method is not served. */
function isRefused({ answers, throws, unseen }: Trace): boolean {
  return throws.length === 0 && unseen.length === 0 && answers.length > 0 && answers.every(refuses)
}

function refuses({ statuses }: Trace['answers'][number]): boolean {
  return statuses.known && statuses.values.every((status) => refusals.has(status))
}

/** Whether what has no branch of its own is answered: by anything but an error, where other methods have one. */
function servesOthers({ answers, unseen, open }: Trace, tellsApart: boolean): boolean {
  if (!tellsApart) return unseen.length > 0 || answers.length === 0 || !answers.every(refuses)
  const succeeds = answers.some(({ statuses }) => !statuses.known || statuses.values.some((status) => status < 400))
  return succeeds || (unseen.length > 0 && answers.length === 0 && !open)
}
