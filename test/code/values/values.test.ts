import { describe, expect, it } from 'vitest'
import { out } from './evaluate.js'

describe('an expression is read without running it', () => {
  const rows: readonly [string, string, unknown][] = [
    ['a constant', `const a = 1; const out = a`, 1],
    ['a cast', `const out = ('a' as const satisfies string)!`, 'a'],
    ['a template string', `const a = 'x'; const out = \`\${a}/\${1 + 1}\``, 'x/2'],
    ['a member of an object', `const o = { a: { b: 2 } }; const out = o.a['b']`, 2],
    ['a spread object', `const a = { x: 1, y: 1 }; const out = { ...a, y: 2 }`, { x: 1, y: 2 }],
    ['a destructured name', `const { a: { b = 3 } } = { a: {} as { b?: number } }; const out = b`, 3],
    ['a destructured list', `const [, b] = [1, 2]; const out = b`, 2],
    ['a spread list', `const out = [...[1, 2], 3]`, [1, 2, 3]],
    ['what is pushed onto a list', `const a = [1]; a.push(2); const out = a`, [1, 2]],
    ['a mapped list', `const out = [1, 2].map((x) => ({ x }))`, [{ x: 1 }, { x: 2 }]],
    ['a filtered list', `const out = [1, 2].filter((x) => x === 2)`, [2]],
    ['an enum', `enum E { A = 'a', B = 5 }; const out = [E.A, E.B]`, ['a', 5]],
    ['a known condition', `const dev = false; const out = dev ? 1 : 2`, 2],
    ['an unknown condition', `declare const dev: boolean; const out = dev ? 1 : 2`, { either: [1, 2] }],
    ['a variable that is set once', `let a: string; a = 'x'; const out = a`, 'x'],
    ['a variable that is set twice', `let a = 'x'; if (a) a = 'y'; const out = a`, { either: ['x', 'y'] }],
    ['a call', `function f(a: string, b = '!') { return a + b }; const out = f('x')`, 'x!'],
    ['a closure', `const f = (a: string) => (b: string) => a + b; const out = f('x')('y')`, 'xy'],
    ['rest parameters', `const f = (...a: string[]) => a.join('-'); const out = f('x', 'y')`, 'x-y'],
    ['several returns', `function f(a: unknown) { if (a) return 1; return 2 }; const out = f({})`, { either: [1, 2] }],
    [
      'a field',
      `class C { a = 1; constructor(readonly b: number) {} }; const c = new C(2); const out = [c.a, c.b]`,
      [1, 2],
    ],
    ['a method', `class C { a = 1; get() { return this.a } }; const out = new C().get()`, 1],
    [
      'an inherited member',
      `class B { constructor(readonly a: number) {} }; class C extends B {}; const out = new C(3).a`,
      3,
    ],
    [
      'an argument of super',
      `class B { constructor(readonly a: number) {} }; class C extends B { constructor() { super(4) } }; const out = new C().a`,
      4,
    ],
    ['a getter', `class C { get a() { return 1 } }; const out = new C().a`, 1],
    ['a static member', `class C { static a = 1; static b = C.a + 1 }; const out = C.b`, 2],
    [
      'what is kept under a key of the module',
      `import { createKv } from 'kv'; const kv = createKv(); const key = 'a'; kv.set(key, 1); const out = kv.get('a')`,
      1,
    ],
    [
      'what a function keeps under a key of its own',
      `import { createKv } from 'kv'; const kv = createKv(); function f() { const key = 'a'; kv.set(key, 1) }; const out = kv.get('a')`,
      'kv#createKv().get()',
    ],
    ['another package', `import { z } from 'zod'; const out = z.object({}).strict()`, 'zod#z.object().strict()'],
    ['a member of a default import', `import express from 'express'; const out = express.Router()`, 'express#Router()'],
    ['the environment', `const out = process.env.PORT`, 'global#process.env.PORT'],
    ['path.join', `import { join } from 'node:path'; const out = join('/a', 'b')`, '/a/b'],
    ['entries of an object', `const out = Object.entries({ a: 1 })`, [['a', 1]]],
    ['an awaited promise', `const f = async () => 1; const out = await f()`, 1],
    ['a parameter, by its callers', `function f(a: number) { const out = a }; f(7)`, 7],
  ]
  it.each(rows)('%s', (_, code, value) => {
    expect(out(`${code}\nexport {}`)).toEqual(value)
  })
})

it('ends on code that depends on itself', () => {
  expect(out('let a: any = { ...b }; let b: any = { ...a, x: a }; a = b; b = a; export const out = a.x')).toBeDefined()
  expect(out('const f = (n: number): number => n + f(n - 1); export const out = f(3)')).toContain('unknown')
})

it('follows a name through default exports, renamed re-exports and namespaces', () => {
  const files = {
    'src/a.ts': `const a = 1; export default a; export const b = 2`,
    'src/index.ts': `export { default as one, b as two } from './a.js'; export * as all from './a.js'`,
  }
  expect(out(`import { one, two, all } from './index.js'; export const out = [one, two, all.b]`, files)).toEqual([
    1, 2, 2,
  ])
})
