import type { Method } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
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
  const traces = new Map(methods.map((method) => [method, traceOf(method)]))
  const own = [...traces].filter(([, trace]) => fingerprint(trace) !== fallback && !isRefused(trace))
  const names = own.map(([method]) => method)
  const isServed =
    servesOthers(rest, own.length > 0) &&
    !isRefusedAtLast(
      rest,
      own.map(([, trace]) => trace),
    )
  return isServed ? [...names, 'ALL'] : names
}

/** What every method gets, such as the answer of a guard before the switch, tells nothing: all that is left is a refusal. */
function isRefusedAtLast(rest: Trace, own: readonly Trace[]): boolean {
  const places = own.map(({ answers }) => new Set(answers.map(placeOf)))
  const left = rest.answers.filter(
    (answer) => places.length === 0 || !places.every((each) => each.has(placeOf(answer))),
  )
  return own.length > 0 && rest.unseen.length === 0 && left.length > 0 && left.every(refuses)
}

const placeOf = ({ at }: { readonly at: Location }): string => `${at.file}:${at.line}:${at.column}`

function fingerprint({ answers, throws, unseen, passSites, open }: Trace): string {
  const places = [...answers, ...throws, ...unseen].map(placeOf)
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
