import type { Rule } from '../../model/rule.js'
import { labelled, wrap } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'

/** The words of a rule and the smallest example on which it speaks up. */
export function ruleText(id: string, rule: Rule, paint: Paint, width: number): string[] {
  const block = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `    ${line}`.trimEnd())
  return [
    `${paint.strong(id)}  ${paint.severity[rule.severity](rule.severity)} ${paint.faint('by default')}`,
    '',
    ...wrap(rule.summary, width),
    '',
    ...labelled('why  ', rule.why, 2, width),
    ...labelled('fix  ', rule.fix, 2, width),
    '',
    paint.faint('  For example, this document'),
    '',
    ...block(rule.example.spec),
    '',
    paint.faint('  and this code'),
    '',
    ...block(rule.example.code),
    '',
    paint.faint(`  Set it with "rules": { "${id}": "off" } in the configuration, or --rule ${id}=off.`),
  ]
}
