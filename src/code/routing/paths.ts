import ts from 'typescript'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'
import { environmentOf, reasonOf } from '../values/values.js'
import type { ReadPath, Template } from './graph.js'

/** The templates of a path argument, and what of it could not be read. */
interface Paths {
  readonly templates: readonly Template[]
  readonly problems: readonly string[]
}

/** The templates of a path argument: one, a list of them, or what stands behind an environment variable. */
export function pathsOf(project: Project, reference: Reference, readPath: ReadPath): Paths {
  return pathsOfValue(project, project.values.evaluate(reference), readPath)
}

/** The same of a value that is known already. */
export function pathsOfValue(project: Project, value: Value, readPath: ReadPath): Paths {
  if (value.kind === 'literal' && typeof value.value === 'string') return pathsOfText(value.value, readPath)
  if (value.kind === 'regexp') return failed(`the regular expression ${value.source} is no path template`)
  if (value.kind === 'array') {
    const parts = value.elements.map((each) => pathsOf(project, each, readPath))
    const problems = parts.flatMap((each) => each.problems)
    if (!value.complete) problems.push('a part of the list of paths is not known')
    return { templates: parts.flatMap((each) => each.templates), problems }
  }
  if (value.kind === 'choice') return pathsOfChoice(project, value.options, readPath)
  const behind = behindPrefix(value)
  if (behind === null) return failed(reasonOf(value))
  const { templates, problems } = behind === '' ? nowhere : pathsOfText(behind, readPath)
  return { templates, problems: [...problems, reasonOf(value)] }
}

const nowhere: Paths = { templates: [{ path: '', patterns: {} }], problems: [] }

function pathsOfText(text: string, readPath: ReadPath): Paths {
  const reading = readPath(text)
  return 'templates' in reading ? { templates: reading.templates, problems: [] } : failed(reading.unreadable)
}

/** What stands behind `process.env.PREFIX ?? '/api'` is served unless somebody sets the variable. */
function pathsOfChoice(project: Project, options: readonly Value[], readPath: ReadPath): Paths {
  const written = options.filter((each) => environmentOf(each) === null)
  const [only, ...more] = written
  if (only && more.length === 0 && written.length < options.length) return pathsOfValue(project, only, readPath)
  return failed(reasonOf({ kind: 'choice', options }))
}

/**
 * What stands behind a part that the environment gives: what all routes stand under is left out, as a document leaves it to
 * `servers`, and it is said. A variable that is the whole path has to be named a prefix.
 */
function behindPrefix(value: Value): string | null {
  const environment = environmentOf(value)
  if (environment === null) return null
  const { name, after } = environment
  if (after === '/' || after === '') return /prefix|version|base_?(path|url)/i.test(name) ? '' : null
  return after.startsWith('/') ? after : null
}

function failed(problem: string): Paths {
  return { templates: [], problems: [problem] }
}

/** Whether the first argument of `use` is a path: by its value, else by its type. */
export function isPath(project: Project, reference: Reference): boolean {
  const value = project.values.evaluate(reference)
  const options = value.kind === 'choice' ? value.options : [value]
  return options.some((each) => {
    if (each.kind === 'literal') return typeof each.value === 'string'
    if (each.kind === 'regexp') return true
    if (each.kind === 'array') return each.elements.some((element) => isPath(project, element))
    if (each.kind === 'function' || each.kind === 'class' || each.kind === 'instance') return false
    return isText(project.checker.getTypeAtLocation(reference.expression))
  })
}

function isText(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0)
}
