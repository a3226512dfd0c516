import { visible } from '../visible.js'
import type { Section } from './cause.js'
import { idLength } from './cause-lines.js'
import { columns } from './layout.js'
import type { Paint } from './paint.js'

/** Commands that lead on from here, made of what was found. */
export function nextSteps(sections: readonly Section[], oneSided: boolean, paint: Paint): string[] {
  const [worst] = sections
  const finding = worst?.causes[0]?.finding
  const [endpoint] = worst?.endpoints ?? []
  const steps: (readonly [string, string])[] = []
  if (finding) {
    steps.push([`tattletype explain ${finding.id.slice(0, idLength)}`, 'the first finding with its whole proof'])
    steps.push([`tattletype explain ${finding.rule}`, 'what this rule asks, and why'])
  }
  if (endpoint !== undefined) steps.push([`tattletype explain "${visible(endpoint)}"`, 'what both sides say of it'])
  if (oneSided) steps.push(['tattletype routes', 'every endpoint of both sides'])
  const widest = Math.max(0, ...steps.map(([command]) => columns(command)))
  return steps.map(([command, words], index) => {
    const label = index === 0 ? paint.faint('next'.padEnd(11)) : ' '.repeat(11)
    return `  ${label}${command}${' '.repeat(widest - columns(command))}  ${paint.faint(words)}`
  })
}
