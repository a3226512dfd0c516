import ts from 'typescript'
import type { Project } from '../project.js'
import { validators } from '../validators/index.js'
import type { Validator } from '../validators/validator.js'
import type { Reference, Value } from '../values/value.js'
import { authenticationByName } from './authentication-names.js'
import type { Dialect, KnownMiddleware } from './dialect.js'
import type { Demand, Thrown, Trace } from './exchange.js'
import { thrownBy } from './known.js'
import { mergeTraces, rolesOf, unseenTrace, walkFunction } from './read-handler.js'
import { shown } from './status.js'
import { uploadsOf } from './uploads.js'

/** One function of a chain, read: walked, known by name, a validator, or not followed. */
export interface Link {
  /** What the code calls it. */
  readonly name: string
  /** Whether that name says that it asks who the client is: one of the configured names, or a usual one. */
  readonly authenticates: 'configured' | 'usual' | null
  readonly trace: Trace
  readonly known: KnownMiddleware | null
  /** It is another package's: what it does to the exchange is not read. */
  readonly foreign: boolean
  /** It throws an error that is written there, and of which it is not known what is answered. */
  readonly raises?: true
}

const catalogue: Readonly<Record<string, Validator>> = validators

/** Reads what an element of a chain stands for: a function, several of them in an array, or something of another package. */
export function readLinks(project: Project, reference: Reference, dialect: Dialect): readonly Link[] {
  const value = project.values.evaluate(reference)
  const checked = checkedBy(project, reference, value)
  if (checked !== null) {
    const { demands, throws } = checked
    const link = linkOf(project, reference, { ...quiet(project, reference), demands, throws })
    return [checked.hidden.length === 0 ? link : { ...link, known: { statuses: [], hidden: checked.hidden } }]
  }
  return linksOf(project, reference, value, dialect)
}

function linksOf(project: Project, reference: Reference, value: Value, dialect: Dialect): readonly Link[] {
  if (value.kind === 'array') {
    const links = value.elements.flatMap((element) => readLinks(project, element, dialect))
    const rest = unseenTrace(project, reference.expression, 'some elements of the list are not known')
    return value.complete ? links : [...links, { ...linkOf(project, reference, rest), foreign: true }]
  }
  const read = dialect.link?.(project, reference, value) ?? null
  if (read !== null) return [{ ...linkOf(project, reference, read.trace), known: read.known, foreign: true }]
  const known = dialect.known(value)
  if (known !== null) {
    const trace = quiet(project, reference)
    const throws = thrownBy(known, trace.at)
    const demands = uploadsOf(project, value, known)
    return [{ ...linkOf(project, reference, { ...trace, throws, demands }), known, foreign: true }]
  }
  if (value.kind === 'function') {
    return [linkOf(project, reference, walkFunction(project, value, dialect, rolesOf(dialect, value.node), null))]
  }
  if (value.kind === 'choice') {
    const options = value.options.flatMap((option) => linksOf(project, reference, option, dialect))
    const [first] = options
    if (first === undefined) return []
    const trace = mergeTraces(options.map((option) => option.trace))
    return [
      {
        ...first,
        known: options.find((option) => option.known !== null)?.known ?? null,
        trace: { ...trace, passes: true },
        foreign: options.some((option) => option.foreign),
      },
    ]
  }
  if (value.kind === 'literal' && (value.value === undefined || value.value === null || value.value === false))
    return []
  const wrapped = value.kind === 'call' ? wrappedHandlers(project, value, dialect) : []
  if (wrapped.length > 0) return wrapped
  const reason = value.kind === 'unknown' ? value.reason : 'its code is another package’s'
  return [
    {
      ...linkOf(project, reference, unseenTrace(project, reference.expression, reason)),
      foreign: value.kind !== 'unknown',
    },
  ]
}

/** `asyncHandler(fn)` of another package: the function that it is handed is the handler. */
function wrappedHandlers(project: Project, value: Extract<Value, { kind: 'call' }>, dialect: Dialect): readonly Link[] {
  return (value.node.arguments ?? []).flatMap((expression) => {
    const inner = { expression, scope: value.scope }
    const evaluated = project.values.evaluate(inner)
    return evaluated.kind === 'function' ? linksOf(project, inner, evaluated, dialect) : []
  })
}

interface Checked {
  readonly demands: readonly Demand[]
  /** What it answers to a request that does not fit. */
  readonly hidden: readonly string[]
  /** What it hands on instead. */
  readonly throws: readonly Thrown[]
}

function checkedBy(project: Project, reference: Reference, value: Value): Checked | null {
  for (const validator of Object.values(catalogue)) {
    const demands = validator.demands?.(reference, value, project) ?? null
    if (demands === null) continue
    const { hands, packages } = validator
    const library = { module: packages[0] ?? '', name: hands ?? '' }
    return {
      demands,
      hidden: demands.length === 0 ? [] : (validator.refuses?.(value, project) ?? []),
      throws: hands === undefined ? [] : [{ error: null, library, at: project.locate(reference.expression) }],
    }
  }
  return null
}

function linkOf(project: Project, reference: Reference, trace: Trace): Link {
  const name = nameOf(reference)
  // What has no name is called by its source text, in backticks: words in it name nothing.
  const byName = name.startsWith('`') ? null : authenticationByName(project, name)
  // `authenticate.unless({ path: ['/login'] })` asks some clients, and only its package knows which.
  const authenticates = byName === 'usual' && name.endsWith('.unless') ? null : byName
  return { name, authenticates, trace, known: null, foreign: false }
}

function quiet(project: Project, reference: Reference): Trace {
  return { ...unseenTrace(project, reference.expression, ''), unseen: [] }
}

/** The name that the code uses: of the function, or of what makes it. */
function nameOf({ expression }: Reference): string {
  let current = expression
  while (ts.isCallExpression(current)) current = current.expression
  if (ts.isPropertyAccessExpression(current)) return `${lastName(current.expression)}.${current.name.text}`
  return ts.isIdentifier(current) ? current.text : shown(expression)
}

function lastName(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  if (ts.isCallExpression(expression)) return lastName(expression.expression)
  return ts.isIdentifier(expression) ? expression.text : ''
}
