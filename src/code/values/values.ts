import ts from 'typescript'
import type { Value } from './value.js'

export function unknown(reason: string, node: ts.Node): Value {
  return { kind: 'unknown', reason, node }
}

export function literal(value: string | number | boolean | null | undefined, node: ts.Node): Value {
  return { kind: 'literal', value, node }
}

/** A variable of the environment, or a text that is known but for one: its name, and the text behind it. */
export function environmentOf(value: Value): { readonly name: string; readonly after: string } | null {
  if (value.kind === 'unknown') return value.environment ?? null
  const given = value.kind === 'import' && value.module === 'global' && value.name.startsWith('process.env')
  return given ? { name: value.name, after: '' } : null
}

/** The parts as one text; else the first that is not known, and what stands behind it where the environment gives it. */
export function joined(parts: readonly Value[], node: ts.Node): Value {
  let text = ''
  let first: Value | null = null
  let name: string | null = null
  for (const part of parts) {
    const environment = environmentOf(part)
    if (part.kind === 'literal') text += String(part.value)
    else if (environment === null) return unknown(reasonOf(part), node)
    else {
      first ??= part
      name = environment.name
      text = environment.after
    }
  }
  if (first === null || name === null) return literal(text, node)
  return { kind: 'unknown', reason: reasonOf(first), node, environment: { name, after: text } }
}

/** What the platform gives: `process.env`, `Object`. */
export function platform(name: string, node: ts.Node): Value {
  return { kind: 'import', module: 'global', name, node }
}

/** One of the values; a single one stays itself and the same one twice counts once. */
export function choice(options: readonly Value[], node: ts.Node): Value {
  const flat: Value[] = []
  for (const option of options.flatMap((each) => (each.kind === 'choice' ? each.options : [each]))) {
    if (!flat.some((known) => sameValue(known, option))) flat.push(option)
  }
  const [first, ...more] = flat
  if (!first) return unknown('nothing is ever given here', node)
  return more.length === 0 ? first : { kind: 'choice', options: flat }
}

/** Whether two values are one: the same literal, or made at the same place in the same scope. */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true
  if (left.kind !== right.kind) return false
  if (left.kind === 'literal' && right.kind === 'literal') return left.value === right.value
  if (left.kind === 'import' && right.kind === 'import') return left.module === right.module && left.name === right.name
  if (left.kind === 'choice' || right.kind === 'choice') return false
  if (left.kind === 'namespace' && right.kind === 'namespace') return left.file === right.file
  if (left.kind === 'function' && right.kind === 'function') {
    if (left.receiver !== right.receiver) {
      if (!left.receiver || !right.receiver || !sameValue(left.receiver, right.receiver)) return false
    }
  }
  if (left.kind === 'member' && right.kind === 'member')
    return left.name === right.name && sameValue(left.object, right.object)
  if (!('node' in left && 'node' in right) || left.node !== right.node) return false
  return 'scope' in left && 'scope' in right ? left.scope === right.scope : true
}

const mostCombinations = 64

/** Applies a function to every combination of what the values may be. */
export function combine(values: readonly Value[], node: ts.Node, apply: (values: readonly Value[]) => Value): Value {
  let rows: (readonly Value[])[] = [[]]
  for (const value of values) {
    const options = value.kind === 'choice' ? value.options : [value]
    rows = rows.flatMap((row) => options.map((option) => [...row, option]))
    if (rows.length > mostCombinations) return unknown('too many combinations', node)
  }
  return choice(rows.map(apply), node)
}

/** Why a value is not known, in words for a reader. */
export function reasonOf(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return value.reason
    case 'import':
      if (value.module !== 'global') return `\`${value.name}\` comes from the package ${value.module}`
      return environmentOf(value) !== null
        ? `\`${value.name}\` comes from the environment`
        : `\`${value.name}\` is not known before run time`
    case 'call':
      return `\`${shorten(value.node.getText())}\` is answered by code outside the project`
    case 'member':
      return `\`${value.name}\` is a member of something outside the project (${reasonOf(value.object)})`
    case 'parameter':
      return `the parameter \`${value.node.name.getText()}\` is passed by code outside the project`
    case 'choice':
      return `it depends on a condition: ${value.options.map(shown).join(' or ')}`
    default:
      return `${shown(value)} is not expected here`
  }
}

function shown(value: Value): string {
  if (value.kind === 'literal') return JSON.stringify(value.value) ?? 'undefined'
  return 'node' in value ? `\`${shorten(value.node.getText())}\`` : value.kind
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}

/** The expression without parentheses, casts, `!`, `satisfies` and `await`: none of them changes what a value is. */
export function bare(expression: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isTypeAssertionExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isAwaitExpression(expression)
  ) {
    return bare(expression.expression)
  }
  return expression
}
