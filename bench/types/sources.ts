import fc from 'fast-check'
import type { Plan, Scope, Written } from './plan.js'
import { house } from './plans/generics.js'

/** A generated type under its name, and JavaScript expressions that should have it. */
export interface Subject {
  readonly name: string
  readonly text: string
  readonly expressions: readonly string[]
}

/** One generated module: what is declared in it, one line each, and the types that are asked about. */
export interface Source {
  readonly lines: readonly string[]
  readonly subjects: readonly Subject[]
}

/** Writes the plans into one module. */
export function write(plans: readonly Plan[], seed: number, expressions: number): Source {
  const lines: string[] = [
    `import { own, type Brand, type Fits, type Wire } from './wire.js'`,
    ...house.trim().split('\n'),
  ]
  let count = 0
  const scope: Scope = {
    declare(wished, text) {
      count += 1
      const name = `${wished}${count}`
      lines.push(text(name).replaceAll('\n', ' '))
      return name
    },
  }
  const subjects = plans.map((plan, index) => {
    const written = plan(scope)
    const name = `T${index}`
    lines.push(`export type ${name} = ${written.text}`)
    return { name, text: written.text, expressions: sample(written, seed + index, expressions) }
  })
  return { lines, subjects }
}

function sample({ values }: Written, seed: number, numRuns: number): readonly string[] {
  return [...new Set(fc.sample(values, { seed, numRuns }))]
}

/** A function that makes the value, so that an expression that throws harms no other. */
export function maker(subject: Subject, index: number): string {
  return `export const make_${subject.name}_${index} = (): ${subject.name} => (${subject.expressions[index]})`
}
