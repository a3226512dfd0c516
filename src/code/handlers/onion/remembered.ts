import ts from 'typescript'
import { numberOf } from '../../node-numbers.js'
import type { Project } from '../../project.js'
import type { Dialect } from '../dialect.js'
import { fresh } from '../drafts.js'
import type { Thrown, Trace } from '../exchange.js'
import { rolesOf, walkFunction } from '../read-handler.js'
import type { FunctionValue } from '../scopes.js'
import { settled } from '../syntax.js'

interface Walked {
  readonly scope: FunctionValue['scope']
  readonly dialect: Dialect
  readonly thrown: Thrown
  readonly trace: Trace
}

const walked = new WeakMap<Project, Map<string, Walked[]>>()

/** What a function does about an error of those behind it; one that many routes share is walked once for each kind of error. */
export function traceOf(project: Project, dialect: Dialect, each: FunctionValue, thrown: Thrown): Trace {
  const following: Dialect = { ...dialect, stage: { last: false, drafts: [fresh], following: thrown } }
  const walk = () => walkFunction(project, each, following, rolesOf(dialect, each.node), null)
  const kind = kindOf(thrown)
  if (kind === null || each.receiver !== undefined) return walk()
  const key = `${numberOf(each.node)} ${kind}`
  const all = walked.get(project) ?? new Map<string, Walked[]>()
  walked.set(project, all)
  const known = all.get(key)?.find((one) => one.scope === each.scope && one.dialect === dialect)
  if (known !== undefined)
    return { ...known.trace, throws: known.trace.throws.map((one) => (one === known.thrown ? thrown : one)) }
  const trace = walk()
  all.set(key, [...(all.get(key) ?? []), { scope: each.scope, dialect, thrown, trace }])
  return trace
}

/** What makes two errors the same to whoever catches them; null where it may hang on the call that led there. */
function kindOf({ error, foreign, library, status }: Thrown): string | null {
  if (library !== undefined) return `package ${library.module} ${library.name} ${status ?? ''}`
  if (error === null) return foreign ? 'foreign' : null
  const made = settled(error.expression)
  const isFixed = ts.isNewExpression(made) && (made.arguments ?? []).every(isLiteral)
  return isFixed && status === undefined ? `made ${numberOf(made)}` : null
}

function isLiteral(node: ts.Expression): boolean {
  return ts.isLiteralExpression(node) || /^(true|false|null)$/.test(node.getText())
}
