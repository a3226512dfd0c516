import type { Demand } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { demandOn, placeCalled } from './field.js'
import { givenBy } from './given.js'
import { letThrough } from './optional.js'
import { noRule, type Rule, settledRule } from './rule.js'
import { negated, stepped } from './steps.js'

type CallValue = Extract<Value, { kind: 'call' }>

/** `body('email').isEmail().optional()`: what the chain demands; null where the call is no chain. */
export function chainDemand(project: Project, value: CallValue): readonly Demand[] | null {
  const [first, ...rest] = unroll(value)
  if (first === undefined || first.callee.kind !== 'import' || first.callee.module !== 'express-validator') return null
  const place = placeCalled(first.method ?? first.callee.name)
  if (place === null) return null
  const at = project.locate(value.node)
  const named = argument(project, first, 0)
  const names = (Array.isArray(named) ? named : [named]).filter((each) => typeof each === 'string')
  const rule = ruleOf(project, rest)
  return names.map((name) => demandOn(place, name, settledRule(rule), at))
}

function ruleOf(project: Project, calls: readonly CallValue[]): Rule {
  let rule = noRule
  let not = false
  for (const call of calls) {
    const name = call.method ?? ''
    if (name === 'not') not = true
    else if (name === 'optional') rule = optional(rule, argument(project, call, 0))
    else {
      const args = (call.node.arguments ?? []).map((expression) =>
        project.values.evaluate({ expression, scope: call.scope }),
      )
      rule = not ? negated(rule, name) : stepped(rule, name, givenBy(project, args))
      not = false
    }
  }
  return rule
}

/** `optional(false)` takes an earlier one back. */
function optional(rule: Rule, options: unknown): Rule {
  return { ...rule, optional: options === false ? null : letThrough(options) }
}

/** The calls of a chain, first one first. */
function unroll(value: CallValue): readonly CallValue[] {
  return value.callee.kind === 'call' ? [...unroll(value.callee), value] : [value]
}

function argument(project: Project, call: CallValue, index: number): unknown {
  const expression = call.node.arguments?.[index]
  if (expression === undefined) return undefined
  const known = project.values.literal(project.values.evaluate({ expression, scope: call.scope }))
  return known.known ? known.value : undefined
}
