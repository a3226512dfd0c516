import { visible } from '../visible.js'
import type { Section } from './cause.js'
import { idLength } from './cause-lines.js'
import { columns } from './layout.js'
import type { Paint } from './paint.js'

/** What of the report decides where to go on. */
interface Found {
  /** Whether an endpoint stands on one side only. */
  readonly oneSided: boolean
  /** Whether there is more than one mends at once. */
  readonly many: boolean
}

interface Step {
  readonly command: string
  readonly words: string
}

const indent = 13

/** Commands that lead on from here, made of what was found; none that would not fit to be copied. */
export function nextSteps(sections: readonly Section[], found: Found, paint: Paint, width: number): string[] {
  const steps = stepsOf(sections, found).filter(({ command }) => indent + columns(command) <= width)
  const widest = Math.max(0, ...steps.map(({ command }) => columns(command)))
  return steps.map(({ command, words }, index) => {
    const label = index === 0 ? `  ${paint.faint('next'.padEnd(indent - 2))}` : ' '.repeat(indent)
    const fits = indent + widest + 2 + columns(words) <= width
    return fits
      ? `${label}${command}${' '.repeat(widest - columns(command))}  ${paint.faint(words)}`
      : `${label}${command}`
  })
}

function stepsOf([worst]: readonly Section[], { oneSided, many }: Found): Step[] {
  const finding = worst?.causes[0]?.finding
  const endpoint = worst?.endpoints[0]
  return [
    ...(finding
      ? [
          { command: `tattletype explain ${finding.id.slice(0, idLength)}`, words: 'a finding, in full' },
          { command: `tattletype explain ${finding.rule}`, words: 'a rule, and why' },
        ]
      : []),
    ...(endpoint === undefined
      ? []
      : [{ command: `tattletype explain "${visible(endpoint)}"`, words: 'what both sides say' }]),
    ...(many ? [{ command: 'tattletype baseline write', words: 'accept these, fail for new ones' }] : []),
    ...(oneSided ? [{ command: 'tattletype routes', words: 'all endpoints of both sides' }] : []),
  ]
}
