import type { ThrownAnswer } from '../../handlers/dialect.js'
import type { Thrown } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import { optionsOf } from '../../routing/handlers.js'
import type { Value } from '../../values/value.js'
import { nitroErrorBody } from './error-body.js'

/** How h3 answers an error: one of `createError` with its status, any other with 500. */
export function thrownAnswer(thrown: Thrown, project: Project): ThrownAnswer | null {
  if (thrown.library !== undefined) {
    return thrown.status === undefined
      ? { statuses: { known: true, values: [] }, body: null }
      : { statuses: { known: true, values: [thrown.status] } }
  }
  const value = thrown.error === null ? null : project.values.evaluate(thrown.error)
  if (value === null) return null
  const values = optionsOf(value).flatMap((each) => statusesOf(project, each) ?? [Number.NaN])
  if (values.some(Number.isNaN)) return null
  const body = nitroErrorBody(project, value)
  return {
    statuses: { known: true, values: values.filter((status) => status !== 500) },
    ...(body === undefined ? {} : { body }),
  }
}

function statusesOf(project: Project, error: Value): readonly number[] | null {
  if (error.kind === 'instance') return ownStatus(project, error)
  if (error.kind !== 'call') return null
  const { callee, node, scope } = error
  const name = error.method ?? (callee.kind === 'import' ? (callee.name.split('.').at(-1) ?? '') : '')
  const [first] = node.arguments ?? []
  if (/^(Error|TypeError|RangeError|SyntaxError)$/.test(name)) return [500]
  if (!/^(createError|HTTPError|H3Error|status)$/.test(name)) return null
  if (first === undefined) return [500]
  const given = project.values.evaluate({ expression: first, scope })
  if (given.kind === 'literal') return [typeof given.value === 'number' ? given.value : 500]
  return given.kind === 'object' ? ownStatus(project, given) : null
}

/** The status under `statusCode` or `status`; 500 where there is neither, null where it is not known. */
function ownStatus(project: Project, holder: Value): readonly number[] | null {
  for (const name of ['statusCode', 'status']) {
    const options = optionsOf(project.values.property(holder, name))
    if (options.every((each) => each.kind === 'literal' && each.value === undefined)) continue
    if (options.some((each) => each.kind === 'unknown' && holder.kind === 'instance')) continue
    const numbers = options.flatMap((each) =>
      each.kind === 'literal' && typeof each.value === 'number' ? [each.value] : [],
    )
    return numbers.length === options.length ? numbers : null
  }
  return [500]
}
