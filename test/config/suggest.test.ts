import { expect, it } from 'vitest'
import { didYouMean } from '../../src/config/suggest.js'

it.each([
  ['jsno', ['json', 'pretty'], ' Did you mean "json"?'],
  ['Pretty', ['json', 'pretty'], ' Did you mean "pretty"?'],
  ['undocumented-statsu', ['undocumented-status', 'unsent-response-field'], ' Did you mean "undocumented-status"?'],
  ['response', ['undocumented-status', 'unsent-response-field'], ' Did you mean "unsent-response-field"?'],
  ['xyz', ['json', 'pretty'], ''],
  ['', ['json'], ''],
])('for "%s" among %j it says "%s"', (word, known, suggestion) => {
  expect(didYouMean(word, known)).toBe(suggestion)
})
