import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../src/cli/explain/marked-line.js'
import { valueLines } from '../../../src/cli/explain/value-lines.js'
import type { Json } from '../../../src/model/json.js'

const value: Json = {
  data: [
    { id: 'a1', tags: [] },
    { id: 'b2', tags: ['x', 'y'] },
  ],
  'a/b': { '~': 1 },
}
const text = (pointer: string) =>
  valueLines(value, stepsOf(pointer)).map(
    ({ text: line, decisive, note }) => `${decisive ? '>' : ' '}${line}${note === undefined ? '' : ` // ${note}`}`,
  )

describe('a value', () => {
  it.each(['', '/data/*/id', '/a~1b/~0', '/nowhere/at/all'])('is told whole, whatever decides: %s', (pointer) => {
    const written = valueLines(value, stepsOf(pointer)).map((line) => line.text)
    expect(JSON.parse(written.join('\n'))).toEqual(value)
  })

  it('is laid out along the way to what decides, the rest of it on a line each', () => {
    expect(text('/data/1/tags')).toEqual([
      ' {',
      '   "data": [',
      '     { "id": "a1", "tags": [] },',
      '     {',
      '       "id": "b2",',
      '>      "tags": ["x", "y"]',
      '     }',
      '   ],',
      '   "a/b": { "~": 1 }',
      ' }',
    ])
  })

  it('takes the first item where any would do', () => {
    expect(text('/data/*/id')).toContain('>      "id": "a1",')
  })

  it('says what is missing where its object ends', () => {
    expect(text('/data/*/owner').slice(2, 6)).toEqual([
      '     {',
      '       "id": "a1",',
      '       "tags": []',
      '>    }, // no "owner" here',
    ])
  })

  it('marks nothing where all of it decides', () => {
    expect(text('').some((line) => line.startsWith('>'))).toBe(false)
  })
})
