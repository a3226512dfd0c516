import fc from 'fast-check'
import type { Plan } from '../plan.js'

/** The members as they are declared; the values are read from the enum itself, at run time. */
const bodies: readonly (readonly [declaration: string, members: readonly string[]])[] = [
  ['enum $ { A, B, C }', ['A', 'B', 'C']],
  ['enum $ { A = 5, B, C = -1 }', ['A', 'B', 'C']],
  ['enum $ { A = "a", B = "b" }', ['A', 'B']],
  ['enum $ { A = "a", B = 1 }', ['A', 'B']],
  ['enum $ { A = 1 << 0, B = 1 << 1, AB = A | B }', ['A', 'B', 'AB']],
  ['const enum $ { A = "x", B = "y" }', ['A', 'B']],
  ['const enum $ { A, B }', ['A', 'B']],
  ['enum $ { A = "x".length, B = 7 }', ['A', 'B']],
]

const whole: fc.Arbitrary<Plan> = fc.constantFrom(...bodies).map(([body, members]) => (scope) => {
  const name = scope.declare('Enum', (own) => body.replace('$', own))
  return { text: name, values: fc.constantFrom(...members.map((member) => `${name}.${member}`)) }
})

const member: fc.Arbitrary<Plan> = fc.constantFrom(...bodies.slice(0, 7)).map(([body]) => (scope) => {
  const name = scope.declare('Enum', (own) => body.replace('$', own))
  return { text: `${name}.B`, values: fc.constant(`${name}.B`) }
})

const mixed: fc.Arbitrary<Plan> = fc.constantFrom(...bodies).map(([body]) => (scope) => {
  const name = scope.declare('Enum', (own) => body.replace('$', own))
  return { text: `${name} | null | "none"`, values: fc.constantFrom(`${name}.A`, 'null', '"none"') }
})

/** The values of an enum, through an object that is written `as const`. */
const constants: fc.Arbitrary<Plan> = fc.constant((scope) => {
  const name = scope.declare('Constants', (own) => `const ${own} = { Up: "up", Down: "down", Left: 3 } as const`)
  return {
    text: `(typeof ${name})[keyof typeof ${name}]`,
    values: fc.constantFrom(`${name}.Up`, `${name}.Left`),
  }
})

export const enumeration: fc.Arbitrary<Plan> = fc.oneof(whole, member, mixed, constants)
