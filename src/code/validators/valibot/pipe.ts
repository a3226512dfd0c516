import { type Accepted, inexact, type Maker } from '../chains/reading.js'
import { actions, isAction } from './actions.js'

/** Actions that make another value, on which the ones that follow are asked. */
const turning = new Set(
  'transform rawTransform toNumber toBoolean toDate toBigint toString parseJson stringifyJson parseBoolean filterItems mapItems reduceItems sortItems findItem toMinValue toMaxValue normalize trimStart trimEnd args returns transformAsync rawTransformAsync'.split(
    ' ',
  ),
)
/** Those that take any value. */
const easy = new Set([
  'transform',
  'toString',
  'filterItems',
  'mapItems',
  'sortItems',
  'normalize',
  'trimStart',
  'trimEnd',
])
const words = new Set(['brand', 'flavor', 'readonly', 'title', 'description', 'metadata', 'examples'])

/** `pipe(schema, minLength(3), email())`: the schema, with what each action adds; another schema asks for itself too. */
export const pipe: Maker = (reading, [first, ...rest], scope) => {
  if (first === undefined) return null
  let accepted = reading.read(first, scope)
  let isTurned = accepted.formed === true
  for (const expression of rest) {
    const value = reading.project.values.evaluate({ expression, scope })
    const call = value.kind === 'call' && value.callee.kind === 'import' ? value : null
    const callee = call?.callee.kind === 'import' ? call.callee.name : ''
    const name = call?.method ?? callee.split('.').at(-1) ?? ''
    if (words.has(name)) continue
    if (isTurned) return inexact({ ...accepted, formed: true }, 'what the value is turned into is checked too')
    if (turning.has(name)) {
      isTurned = true
      accepted = easy.has(name) ? accepted : inexact(accepted, 'what cannot be turned is refused')
      continue
    }
    const action = isAction(name) ? actions[name] : undefined
    if (action !== undefined && call !== null)
      accepted =
        action(accepted, call.node.arguments ?? [], call.scope, reading) ?? inexact(accepted, `${name} is not read`)
    else accepted = both(accepted, reading.written({ expression, scope }), name)
  }
  return isTurned ? { ...accepted, formed: true } : accepted
}

function both(accepted: Accepted, next: Accepted | null, name: string): Accepted {
  if (next === null) return inexact(accepted, `\`${name}\` is not read`)
  const { shape: _, item: __, around: ___, ...rest } = accepted
  const asked = { ...rest, schema: { allOf: [accepted.schema, next.schema] } }
  return next.optional || !accepted.optional
    ? asked
    : { ...asked, doubted: 'what is made of it where it is left out is checked too' }
}
