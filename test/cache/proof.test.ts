import { expect, it } from 'vitest'
import { walk } from '../../bench/cache/walk.js'
import { kills } from '../../bench/kill/kills.js'

it('gives byte for byte the report of an audit without it, whatever is edited', async () => {
  const { wrong, asked } = await walk('shop', 14, 7)
  expect(wrong).toEqual([])
  // A walk in which nothing is remembered, or everything is, would prove nothing.
  const { asked: all = 0, read = 0 } = asked.get('audit') ?? {}
  expect(read).toBeGreaterThan(5)
  expect(all - read).toBeGreaterThan(5)
}, 240_000)

it('leaves nothing torn and answers nothing wrong where runs are killed while they write', async () => {
  expect(await kills(10, 1)).toMatchObject({ killed: 10, torn: [], wrong: [] })
}, 240_000)
