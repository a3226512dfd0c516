import type ts from 'typescript'
import type { Project } from '../../project.js'
import { exportsOf } from './exported.js'

/** Whether the middleware runs for a path, by the `matcher` of its file's `config`; null where that is not known. */
export function runsFor(project: Project, file: ts.SourceFile, path: string): boolean | null {
  if (!exportsOf(project, file).has('config')) return true
  const config = project.values.literal(project.values.property({ kind: 'namespace', file }, 'config'))
  if (!config.known || typeof config.value !== 'object' || config.value === null) return null
  const matcher = 'matcher' in config.value ? config.value.matcher : undefined
  if (matcher === undefined) return true
  const answers = (Array.isArray(matcher) ? matcher : [matcher]).map((each) => runsOn(each, path))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

/** A matcher is a path, or an object whose further conditions (`has`, `missing`) a request may or may not meet. */
function runsOn(matcher: unknown, path: string): boolean | null {
  if (typeof matcher === 'string') return matches(matcher, path)
  if (typeof matcher !== 'object' || matcher === null || !('source' in matcher)) return null
  const { source } = matcher
  const runs = typeof source === 'string' ? matches(source, path) : null
  return runs === true && ('has' in matcher || 'missing' in matcher) ? null : runs
}

/** `/api/:path*` against a template, whose parameters stand for any one segment. */
function matches(source: string, path: string): boolean | null {
  const pattern = expressionOf(source)
  if (pattern === null) return null
  return pattern.test(path.replaceAll(/\{\*?[^}]+\}/g, 'x'))
}

/** The regular expression of a path pattern as Next writes them; null where it is none that is read. */
function expressionOf(source: string): RegExp | null {
  let text = ''
  let rest = source
  while (rest !== '') {
    const named = /^\/:\w+(\((?:[^()]|\([^()]*\))*\))?([*+?]?)/.exec(rest)
    const group = /^\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/.exec(rest)
    if (named !== null) {
      const one = named[1] ?? '[^/]+'
      const ways = { '*': `(?:/${one})*`, '+': `(?:/${one})+`, '?': `(?:/${one})?`, '': `/${one}` } as const
      const way = named[2] === '*' || named[2] === '+' || named[2] === '?' ? named[2] : ''
      text += ways[way]
      rest = rest.slice(named[0].length)
    } else if (group !== null) {
      text += group[0]
      rest = rest.slice(group[0].length)
    } else {
      text += rest.charAt(0).replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
      rest = rest.slice(1)
    }
  }
  try {
    return new RegExp(`^${text}/?$`, 'i')
  } catch {
    return null
  }
}
