import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { dump } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../src/openapi/text/parse.js'
import type { ParseText } from '../../src/openapi/text/parse-text.js'
import { rememberingParser } from '../../src/openapi/text/remembering.js'
import { plainValue } from '../../src/openapi/text/value.js'

/** The value of a text, with the order of its keys; or the error. */
function said(parse: ParseText, text: string, file = 'a.yaml'): string {
  const tree = parse(text, file)
  return tree.ok ? JSON.stringify(plainValue(tree.value)) : JSON.stringify(tree.error)
}

/** Entries that are longer than what is read whole. */
const long = (name: string) => Array.from({ length: 60 }, (_, index) => `${name} ${index} and so on and so forth`)

describe('a text that is read piece by piece', () => {
  it('says what it says when it is read whole, whatever it is and however it is laid out', () => {
    const parse = rememberingParser()
    const layout = fc.record({
      indent: fc.integer({ min: 1, max: 4 }),
      flowLevel: fc.integer({ min: -1, max: 3 }),
      noRefs: fc.boolean(),
      lineWidth: fc.constantFrom(20, 80, -1),
    })
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 })
    fc.assert(
      fc.property(value, layout, (some, options) => {
        const text = dump({ first: some, paths: { '/a': { get: some }, '/b': long('b') }, last: some }, options)
        expect(said(parse, text)).toBe(said(parseText, text))
      }),
      { numRuns: 300 },
    )
  })

  it('says of each version of a document what that version says', () => {
    const text = readFileSync('samples/express-genai/openapi.right.yaml', 'utf8')
    const parse = rememberingParser()
    for (const line of [10, 200, 201, 400, 640, 900]) {
      const lines = text.split('\n')
      lines.splice(line, 1)
      for (const version of [lines.join('\n'), text, lines.join('\r\n')]) {
        expect(said(parse, version)).toBe(said(parseText, version))
      }
    }
  })

  const many = dump({ b: long('b') })
  it.each([
    ['an anchor that another part uses', `a: &x\n  one: 1\n${many}c: *x\n`],
    ['an anchor that is given twice', `a: &x 1\nb:\n  c: *x\n  d: &x 2\n  e: *x\n${many.replace('b:', 'f:')}`],
    ['a merge across parts', `a: &x\n  one: 1\n<<: *x\n${many}`],
    ['a key that stands twice', `a: 1\n${many}a: 2\n`],
    ['a key that stands twice further in', `a:\n  b: 1\n${'  # so on\n'.repeat(300)}  b: 2\n`],
    ['a text in quotes over several lines', `a: "one\n  b: two"\n${many}`],
    ['a text in quotes that goes on at the margin', `a: "one\nb: two"\n${many}`],
    ['a flow mapping over several lines', `a: {\n  b: 1,\n  c: 2 }\n${many}`],
    ['a flow mapping as the whole', '{ a: 1, b: 2 }\n'],
    ['a literal text that looks like keys', `a: |\n  b: 1\n  c: 2\n\n${many}`],
    ['a literal text that keeps its end', `a: |+\n  one\n\n\n${many}`],
    ['a literal text with its own indentation', `a:\n  b: |2\n      one\n    two\n${many}`],
    ['a list at the margin of its key', `a:\n- b: 1\n- c: 2\n${many}`],
    ['a list as the whole', `- a: 1\n${'- b: 2\n'.repeat(400)}`],
    ['a key of several words', `a b c:\n  d e:\n${'    f: 1\n'.replace('f', 'g')}${many}`],
    ['a key with a mark', `? a\n: 1\n${many}`],
    ['comments at the margin', `a:\n# one\n  b: 1\n  # two\n# three\n  c: 2\n${many}`],
    ['a mark before the document', `---\na: 1\n${many}`],
    ['two documents', `a: 1\n---\nb: 2\n${many}`],
    ['an end of the document', `a: 1\n${many}...\n`],
    ['a tab', `a:\n\tb: 1\n${many}`],
    ['a plain text over several lines', `a:\n  one\n  two\n${many}`],
    ['a plain text that ends with a colon', `a: one:\n  two\n${many}`],
    ['an empty value', `a:\nb:\n${many.replace('b:', 'c:')}`],
    ['less and less indented', `  a: 1\n b: 2\n${many}`],
    ['nothing but comments', '# one\n'],
    ['nothing', ''],
    ['a scalar', 'one\n'],
  ])('is read whole where it has to be: %s', (_, text) => {
    const parse = rememberingParser()
    expect(said(parse, text)).toBe(said(parseText, text))
    expect(said(parse, text)).toBe(said(parseText, text))
  })

  it('is read as JSON where it is JSON', () => {
    expect(said(rememberingParser(), '{"a": [1]}', 'a.json')).toBe('{"a":[1]}')
  })
})
