import type ts from 'typescript'
import type { Value } from './value.js'
import { literal, reasonOf, unknown } from './values.js'

const pure: Readonly<
  Record<string, (text: string, args: readonly (string | number | undefined)[]) => string | boolean>
> = {
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  toString: (text: string) => text,
  valueOf: (text: string) => text,
  concat: (text, args) => text + args.join(''),
  replace: (text, [from, to]) => text.replace(String(from), () => String(to)),
  replaceAll: (text, [from, to]) => text.replaceAll(String(from), () => String(to)),
  slice: (text, [from, to]) => text.slice(number(from), number(to)),
  substring: (text, [from, to]) => text.substring(number(from) ?? 0, number(to)),
  startsWith: (text, [part]) => text.startsWith(String(part)),
  endsWith: (text, [part]) => text.endsWith(String(part)),
  includes: (text, [part]) => text.includes(String(part)),
}

function number(value: string | number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}

/** A pure method of a string that is known. */
export function stringCall(text: unknown, name: string, args: readonly Value[], node: ts.Node): Value {
  const method = Object.hasOwn(pure, name) ? pure[name] : undefined
  if (typeof text !== 'string' || !method) return unknown(`the method ${name} of a string is not read`, node)
  const plain: (string | number | undefined)[] = []
  for (const arg of args) {
    if (arg.kind !== 'literal' || typeof arg.value === 'boolean' || arg.value === null)
      return unknown(reasonOf(arg), node)
    plain.push(arg.value)
  }
  return literal(method(text, plain), node)
}
