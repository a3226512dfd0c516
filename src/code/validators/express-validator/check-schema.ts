import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { entriesOf } from '../json-schema/entries.js'
import { demandOn, placeCalled } from './field.js'
import { givenBy } from './given.js'
import { letThrough } from './optional.js'
import { noRule, type Rule, settledRule } from './rule.js'
import { type Given, negated, stepped } from './steps.js'

const about = new Set(['in', 'optional', 'errorMessage'])

/** `checkSchema({ email: { in: ['body'], isEmail: true } }, ['body'])`; null where the call is none. */
export function schemaDemands(project: Project, value: Extract<Value, { kind: 'call' }>): readonly Demand[] | null {
  const { callee, node, scope } = value
  if (
    callee.kind !== 'import' ||
    callee.module !== 'express-validator' ||
    (value.method ?? callee.name) !== 'checkSchema'
  )
    return null
  const [schema, defaults] = node.arguments ?? []
  if (schema === undefined) return []
  const at = project.locate(node)
  const fallback = defaults === undefined ? undefined : project.values.evaluate({ expression: defaults, scope })
  const { entries } = entriesOf(project, project.values.evaluate({ expression: schema, scope }))
  return entries.flatMap(({ name, value: rules }) => {
    const own = rules.kind === 'object' ? member(project, rules, 'in') : undefined
    const known = plain(project, own) ?? plain(project, fallback)
    return placesIn(known).map((place) => demandOn(place, name, settledRule(ruleOf(project, rules)), at))
  })
}

function ruleOf(project: Project, rules: Value): Rule {
  const { entries, missing } = entriesOf(project, rules)
  let rule: Rule = missing === null ? noRule : { ...noRule, notes: ['some of its rules are not read'] }
  for (const { name, value } of entries) {
    if (about.has(name) || plain(project, value) === false) continue
    const isNegated = plain(project, member(project, value, 'negated')) === true
    if (member(project, value, 'if')) rule = stepped(rule, 'if', nothing)
    if (member(project, value, 'custom')) rule = stepped(rule, 'custom', nothing)
    else if (member(project, value, 'customSanitizer')) rule = stepped(rule, 'customSanitizer', nothing)
    else rule = isNegated ? negated(rule, name) : stepped(rule, name, optionsOf(project, value))
  }
  const optional = entries.find(({ name }) => name === 'optional')?.value
  if (optional === undefined || plain(project, optional) === false) return rule
  return { ...rule, optional: letThrough(plain(project, member(project, optional, 'options'))) }
}

const nothing: Given = { options: undefined, unknown: false }

function member(project: Project, value: Value, name: string): Value | undefined {
  return value.kind === 'object'
    ? entriesOf(project, value).entries.find((entry) => entry.name === name)?.value
    : undefined
}

/** `options` are the arguments of the step, in a list where there are several or the one is a list. */
function optionsOf(project: Project, value: Value): Given {
  if (value.kind !== 'object') return value.kind === 'literal' ? nothing : { options: undefined, unknown: true }
  const found = member(project, value, 'options')
  if (found === undefined) return nothing
  const listed = found.kind === 'array' && found.complete
  return givenBy(project, listed ? found.elements.map((each) => project.values.evaluate(each)) : [found])
}

function plain(project: Project, value: Value | undefined): unknown {
  const known = value === undefined ? null : project.values.literal(value)
  return known?.known ? known.value : undefined
}

/** Where the field may stand; where nothing says so, everywhere. */
function placesIn(value: unknown): readonly (InputPlace | 'anywhere')[] {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  const found = names.flatMap((name) => (typeof name === 'string' ? (placeCalled(name) ?? []) : []))
  return found.length === 1 ? found : ['anywhere']
}
