import fc from 'fast-check'
import type { Plan, Written } from '../plan.js'

const values = (...expressions: readonly string[]) => fc.constantFrom(...expressions)

/** A type that needs no declaration. */
function plain(text: string, ...expressions: readonly [string, ...string[]]): Plan {
  const written: Written = { text, values: values(...expressions) }
  return () => written
}

const date = ['new Date(0)', 'new Date("2024-02-29T12:30:00.123Z")'] as const

/** What is itself on the wire. */
const primitives: readonly Plan[] = [
  plain('string', '"x"', '""', '"pet_1"', '"2020-01-01"'),
  plain('number', '0', '1', '-1.5', '1e21'),
  plain('boolean', 'true', 'false'),
  plain('null', 'null'),
  plain('true', 'true'),
  plain('"on" | "off"', '"on"', '"off"'),
  plain('1 | 2 | -3', '1', '2', '-3'),
  plain('"a"', '"a"'),
  plain('1 | "1" | null', '1', '"1"', 'null'),
]

const templates: readonly Plan[] = [
  plain(`\`pet_\${number}\``, '"pet_1"', '"pet_-1.5"', '"pet_1e21"'),
  plain(`\`\${"a" | "b"}-\${string}\``, '"a-x"', '"b-"'),
  plain(`\`v\${bigint}\``, '"v12"', '"v-3"'),
  plain(`\`\${boolean}!\``, '"true!"', '"false!"'),
  plain(`\`\${string}@\${string}.org\``, '"x@y.org"', '"@.org"'),
  plain(`\`\${number}px\` | "auto"`, '"5px"', '"auto"', '"0.5px"'),
  plain('Uppercase<"up" | "down">', '"UP"', '"DOWN"'),
  plain(`Capitalize<\`\${"get" | "set"}_\${number}\`>`, '"Get_1"', '"Set_2"'),
]

const branded: readonly Plan[] = [
  plain('Brand<string, "A">', '("x" as Brand<string, "A">)'),
  plain('Brand<number, "B">', '(1.5 as Brand<number, "B">)'),
  plain('Brand<"a" | "b", "A">', '("a" as Brand<"a", "A">)', '("b" as Brand<"b", "A">)'),
  plain(`Brand<\`id_\${number}\`, "B">`, `("id_7" as Brand<\`id_\${number}\`, "B">)`),
]

/** Objects of the language, whose members say nothing about the wire. */
const builtins: readonly Plan[] = [
  plain('Date', ...date),
  plain('Date | null', ...date, 'null'),
  plain('Map<string, number>', 'new Map([["a", 1]])', 'new Map<string, number>()'),
  plain('ReadonlySet<string>', 'new Set(["a"])'),
  plain('WeakMap<object, string>', 'new WeakMap<object, string>()'),
  plain('Promise<string>', 'Promise.resolve("x")'),
  plain('RegExp', '/x/'),
]

/** What `JSON.stringify` leaves out, or throws on. */
const silent: readonly Plan[] = [
  plain('() => string', '() => "x"'),
  plain('symbol', 'Symbol()'),
  plain('new () => Date', 'Date'),
  plain('(() => void) | "off"', '(() => undefined)', '"off"'),
  plain('bigint', '1n'),
  plain('bigint | "none"', '"none"', '2n'),
]

const wide: readonly Plan[] = [
  plain('unknown', '1', '"x"', 'null', '{}', 'undefined'),
  plain('any', '1', '"x"', '{ a: [1] }', 'undefined'),
  plain('object', '{}', '{ a: 1 }', '[]'),
]

export const leaf: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...primitives) },
  { weight: 3, arbitrary: fc.constantFrom(...templates) },
  { weight: 2, arbitrary: fc.constantFrom(...branded) },
  { weight: 3, arbitrary: fc.constantFrom(...builtins) },
  { weight: 2, arbitrary: fc.constantFrom(...silent) },
  { weight: 1, arbitrary: fc.constantFrom(...wide) },
)
