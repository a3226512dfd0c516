import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { constants, defaultCostSettings } from '../../src/cost/constants.js'
import { nothingWatched } from '../../src/cost/history.js'
import { constantsInForce } from '../../src/cost/in-force.js'

const page = readFileSync(new URL('../../docs/cost-model.md', import.meta.url), 'utf8')

it.each(Object.entries(constants))('docs/cost-model.md tells %s with the same words', (name, constant) => {
  const value = Math.round(constant.value * 100) / 100
  expect(page).toContain(`| \`${name}\` | ${value} | ${constant.unit} | ${constant.means} | ${constant.source} |`)
})

it('says which constants were configured', () => {
  const settings = { ...defaultCostSettings, offsetMinutes: 20, rate: 99, currency: 'USD' }
  const inForce = constantsInForce(settings, nothingWatched('no git'))
  expect(inForce.offsetMinutes).toMatchObject({ value: 20, source: 'configured' })
  expect(inForce.rate).toMatchObject({ value: 99, unit: 'USD an hour', source: 'configured' })
  expect(inForce.hoursPerDay).toMatchObject({ value: 8, source: 'a convention' })
  expect(inForce.repositoryRate).toMatchObject({ value: 0.05, source: 'the prior alone: no git' })
})
