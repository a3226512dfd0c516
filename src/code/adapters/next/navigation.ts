import ts from 'typescript'
import type { Dialect } from '../../handlers/dialect.js'

const module = 'next/navigation'

/** Functions that leave by an error which Next answers itself, and with what. */
const statuses: Readonly<Record<string, number>> = {
  redirect: 307,
  permanentRedirect: 308,
  notFound: 404,
  unauthorized: 401,
  forbidden: 403,
}

/** `notFound()`, `redirect(…)` of `next/navigation`. */
export const leavesBy: NonNullable<Dialect['leaves']> = (project, call, scope) => {
  if (!ts.isIdentifier(call.expression)) return null
  const value = project.values.evaluate({ expression: call.expression, scope })
  if (value.kind !== 'import' || value.module !== module || !Object.hasOwn(statuses, value.name)) return null
  return { module, name: value.name }
}

/** Any other error that nobody catches is a 500 of the framework, whatever it carries. */
export const thrownAnswer: Dialect['thrown'] = ({ library }) => {
  const status = library?.module === module ? statuses[library.name] : undefined
  const leads = status === 307 || status === 308 ? { headers: ['Location'] } : {}
  return { statuses: { known: true, values: status === undefined ? [] : [status] }, body: null, ...leads }
}
