import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextTree } from '../../src/model/text-tree.js'
import { parseText } from '../../src/openapi/text/parse.js'
import { plainValue } from '../../src/openapi/text/value.js'

function tree(text: string, file: string): TextTree {
  const result = parseText(text, file)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function fault(text: string, file = 'a.yaml'): readonly unknown[] {
  const result = parseText(text, file)
  return result.ok ? [] : [result.error.message, result.error.line, result.error.column]
}

/** Every place in a tree, by pointer. */
function places(node: TextTree, pointer = ''): readonly (readonly [string, string])[] {
  const own = [pointer, `${node.at.line}:${node.at.column}`] as const
  if (node.kind === 'list') return [own, ...node.items.flatMap((item, index) => places(item, `${pointer}/${index}`))]
  if (node.kind !== 'map') return [own]
  return [own, ...[...node.entries].flatMap(([key, value]) => places(value, `${pointer}/${key}`))]
}

describe('a text becomes its value', () => {
  it('for every JSON value, as JSON.parse says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2)
        expect(plainValue(tree(text, 'a.json'))).toEqual(JSON.parse(text))
      }),
    )
  })

  it.each([
    ['a: yes', { a: 'yes' }],
    ['a: 2020-01-01', { a: '2020-01-01' }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 0x1F', { a: 31 }],
    ["a: '1'", { a: '1' }],
    ['a: !!str 1', { a: '1' }],
    ['200: ok', { 200: 'ok' }],
    ['a: &x { b: 1 }\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['a: &x { b: 1, c: 1 }\nd:\n  <<: *x\n  c: 2', { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } }],
    ['a: >\n  one\n  two\n', { a: 'one two\n' }],
  ])('YAML: %j', (text, value) => {
    expect(plainValue(tree(text, 'a.yaml'))).toEqual(value)
  })
})

describe('a place is where a value is introduced', () => {
  it('in YAML: its key, or its first character in a list', () => {
    expect(places(tree('a:\n  b: 1\nc:\n  - x\n  - "y"\n  - d: 1\n', 'a.yaml'))).toEqual([
      ['', '1:1'],
      ['/a', '1:1'],
      ['/a/b', '2:3'],
      ['/c', '3:1'],
      ['/c/0', '4:5'],
      ['/c/1', '5:5'],
      ['/c/2', '6:5'],
      ['/c/2/d', '6:5'],
    ])
  })

  it('in JSON likewise', () => {
    expect(places(tree('{\n  "a": { "b": 1 },\n  "c": [\n    "x"\n  ]\n}', 'a.json'))).toEqual([
      ['', '1:1'],
      ['/a', '2:3'],
      ['/a/b', '2:10'],
      ['/c', '3:3'],
      ['/c/0', '4:5'],
    ])
  })

  it('for an alias: where it is used, and inside where the text stands', () => {
    expect(places(tree('a: &x\n  b: 1\nc: *x\n', 'a.yaml')).slice(3)).toEqual([
      ['/c', '3:1'],
      ['/c/b', '2:3'],
    ])
  })
})

describe('a broken text is one error with its place', () => {
  it.each([
    ['a.yaml', 'a: b: c\n', 'not valid YAML: bad indentation of a mapping entry', 1, 5],
    ['a.yaml', 'a: 1\nb: 2\na: 3\n', 'not valid YAML: the key "a" stands twice', 3, 1],
    ['a.yaml', 'a: *x\n', 'not valid YAML: no anchor is named "x"', 1, 5],
    ['a.yaml', 'a: &x { b: *x }\n', 'not valid YAML: the alias "x" stands inside its own anchor', 1, 13],
    ['a.yaml', '', 'the file is empty', 1, 1],
    ['a.yaml', '# words only\n', 'not valid YAML: no document', 1, 1],
    ['a.json', '{ "a": 1, }', 'not valid JSON: property name expected', 1, 11],
    ['a.json', '{\n  "a": 1\n  "b": 2\n}', 'not valid JSON: comma expected', 3, 3],
    ['a.json', '{ "a": 1, "a": 2 }', 'not valid JSON: the key "a" stands twice', 1, 11],
    ['a.json', '{ // no\n}', 'not valid JSON: invalid comment token', 1, 3],
    ['a.json', ' \n', 'the file is empty', 1, 1],
  ])('%s %j', (file, text, ...expected) => {
    expect(fault(text, file)).toEqual(expected)
  })

  it('where aliases would expand to a billion nodes', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 10; level += 1) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    }
    expect(fault(lines.join('\n'))[0]).toBe('not valid YAML: the aliases expand to too much')
  })

  it('where it is nested too deep, by itself or by aliases', () => {
    expect(fault('['.repeat(5000), 'a.json')[0]).toMatch(/nested deeper/)
    expect(fault('['.repeat(5000))[0]).toMatch(/nesting|depth/i)
    const chain = [
      'a0: &a0 [x]',
      ...Array.from({ length: 400 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}]`),
    ]
    expect(fault(chain.join('\n'))[0]).toBe('not valid YAML: the aliases nest too deep')
  })
})
