import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { child, isTrue, items, numberAt, scalar, textAt } from '../spot.js'
import { plainValue } from '../text/value.js'
import type { Draft } from './draft.js'
import { inexactBecause } from './draft.js'

const numbers = [
  ...(['minLength', 'maxLength', 'multipleOf', 'minItems', 'maxItems'] as const),
  ...(['minContains', 'maxContains', 'minProperties', 'maxProperties'] as const),
] as const
const texts = ['format', 'pattern', 'contentEncoding', 'contentMediaType'] as const
const flags = ['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'] as const

/** Reads the keywords whose value means the same in every dialect and holds no schema. */
export function readPlainKeywords(spot: Spot, draft: Draft): void {
  for (const word of numbers) {
    const value = numberAt(spot, word)
    if (value !== undefined) draft[word] = value
  }
  for (const word of texts) {
    const value = textAt(spot, word)
    if (value !== undefined) draft[word] = value
  }
  for (const word of flags) if (isTrue(spot, word)) draft[word] = true
  const fallback = child(spot, 'default')
  if (fallback !== undefined) draft.default = plainValue(fallback.node)
  readValues(spot, draft)
  readBounds(spot, draft)
}

function readValues(spot: Spot, draft: Draft): void {
  const constant = child(spot, 'const')
  const list = child(spot, 'enum')
  if (constant !== undefined) draft.enum = [plainValue(constant.node)]
  if (list?.node.kind === 'list') {
    const values = items(list)
    if (values.some(({ node }) => node.kind === 'unknown') || list.node.incomplete !== undefined) {
      inexactBecause(draft, 'not every value of the enum could be read')
    } else {
      const listed = values.map(({ node }) => plainValue(node))
      // Beside a constant both hold.
      const texts = new Set(listed.map((value) => JSON.stringify(value)))
      draft.enum = draft.enum?.filter((value) => texts.has(JSON.stringify(value))) ?? listed
    }
  } else if (list !== undefined) inexactBecause(draft, 'the enum is not a list')
}

/**
 * In 2.0 and 3.0 `exclusiveMinimum: true` sharpens `minimum`; later it is a bound of its own. The range of safe integers, which
 * generators write out, bounds nothing: JavaScript tells no whole numbers apart beyond it.
 */
function readBounds(spot: Spot, draft: Draft): void {
  const bounds = [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const
  const isWhole = scalar(spot, 'type') === 'integer'
  for (const [plain, exclusive] of bounds) {
    const bound = numberAt(spot, plain)
    if (isWhole && Math.abs(bound ?? 0) === Number.MAX_SAFE_INTEGER) continue
    const sharp = scalar(spot, exclusive)
    if (typeof sharp === 'number') draft[exclusive] = sharp
    if (bound !== undefined) draft[sharp === true ? exclusive : plain] = bound
  }
}

/** Reads `required`; the list may hold names that no property has. */
export function requiredNames(spot: Spot): Schema['required'] {
  const list = child(spot, 'required')
  if (list?.node.kind !== 'list') return undefined
  const names = items(list).flatMap(({ node }) =>
    node.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [],
  )
  return names.length === 0 ? undefined : [...new Set(names)]
}
