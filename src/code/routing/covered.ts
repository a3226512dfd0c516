import { matchOf } from '../../patterns/matching.js'

/** Whether every request to a template has a path of the pattern, some have, or none. */
export type Covered = 'all' | 'some' | 'none'

/** A text stands for itself alone. */
export function coveredByText(text: string, template: string): Covered {
  if (text === template) return 'all'
  return template.includes('{') && matchOf(requestsOf(template), text) !== 'differs' ? 'some' : 'none'
}

/** A regular expression is asked about paths as requests may have them; what it looks for at the start holds for all that follows. */
export function coveredByPattern(source: string, template: string): Covered {
  if (!template.includes('{')) return matchOf(source, template) === 'matches' ? 'all' : unmatched(source, template)
  const fixed = template.slice(0, template.indexOf('{'))
  // Without a look at what comes behind, a match stays one whatever comes behind.
  if (!/\$|\(\?|\\b|\\B/i.test(source) && matchOf(source, fixed) === 'matches') return 'all'
  const answers = new Set(samplesOf(source).map((value) => matchOf(source, filled(template, value))))
  if (answers.size > 1 || answers.has('unknown')) return 'some'
  return answers.has('matches') ? 'all' : 'none'
}

const unmatched = (source: string, path: string): Covered => (matchOf(source, path) === 'unknown' ? 'some' : 'none')

/** What may stand in the place of a parameter: usual values, and the words that the pattern itself names. */
function samplesOf(source: string): readonly string[] {
  const words = source.match(/[A-Za-z0-9_-]{2,}/g) ?? []
  return ['1', '42', 'a', 'some-name', 'd9428888-122b-11e1-b85c-61cd3cbb3210', ...words]
}

const filled = (template: string, value: string): string => template.replace(/\{\*?\w+\}/g, value)

/** What requests to the template look like. */
function requestsOf(template: string): string {
  const parts = template.split('/').map((segment) => {
    if (segment.startsWith('{*')) return '.*'
    return segment.includes('{') ? '[^/]*' : segment.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  return `^${parts.join('/')}$`
}
