import ts from 'typescript'
import type { Json } from '../../src/model/json.js'
import { maker, type Source } from './sources.js'

/** What `JSON.stringify` makes of one expression: text, nothing at all, or an exception. */
export type Stringified =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'absent' }
  | { readonly kind: 'throws' }

/** Runs the generated module and sends each of its values; the code is of our own making. */
export function stringified({ lines, subjects }: Source): readonly (readonly Stringified[])[] {
  const makers = subjects.flatMap((subject) => subject.expressions.map((_, index) => maker(subject, index)))
  const { outputText } = ts.transpileModule([...lines, ...makers].join('\n'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const made: Record<string, () => unknown> = {}
  new Function('exports', 'require', outputText)(made, () => ({}))
  return subjects.map(({ name, expressions }) => expressions.map((_, index) => send(made[`make_${name}_${index}`])))
}

function send(make: (() => unknown) | undefined): Stringified {
  if (make === undefined) throw new Error('the generated module lacks a maker')
  const value = make()
  try {
    const text = JSON.stringify(value)
    return text === undefined ? { kind: 'absent' } : { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'throws' }
  }
}
