import { expect, it } from 'vitest'
import { colorOf, widthOf } from '../../src/cli/terminal.js'

const terminal = { isTerminal: true, columns: 90, write() {} }
const pipe = { isTerminal: false, columns: undefined, write() {} }

it.each([
  ['a terminal has colours', terminal, {}, undefined, true],
  ['a pipe has none', pipe, {}, undefined, false],
  ['NO_COLOR takes them away', terminal, { NO_COLOR: '1' }, undefined, false],
  ['an empty NO_COLOR does not', terminal, { NO_COLOR: '' }, undefined, true],
  ['FORCE_COLOR gives them to a pipe', pipe, { FORCE_COLOR: '1' }, undefined, true],
  ['FORCE_COLOR=0 takes them away', terminal, { FORCE_COLOR: '0' }, undefined, false],
  ['a dumb terminal has none', terminal, { TERM: 'dumb' }, undefined, false],
  ['--color wins', pipe, { NO_COLOR: '1' }, true, true],
  ['--no-color wins', terminal, { FORCE_COLOR: '1' }, false, false],
])('%s', (_, stream, env, flag, colored) => {
  expect(colorOf(stream, env, flag)).toBe(colored)
})

it.each([
  [90, 90],
  [10, 40],
  [500, 120],
  [undefined, 100],
])('lays out %s columns for %d', (columns, width) => {
  expect(widthOf({ ...terminal, columns })).toBe(width)
})
