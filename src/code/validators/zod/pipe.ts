import { inexact, type Method } from '../chains/reading.js'

/** What comes of the value is checked too: the value itself, where nothing has changed it. */
export const pipe: Method = (before, [next], scope, reading) => {
  const isSame = before.formed === undefined && before.rewritten === undefined && before.shape === undefined
  if (next === undefined || !isSame) return inexact(before, 'what comes of it is checked too')
  const { schema } = reading.read(next, scope)
  const isConverted = schema.anyOf?.some(({ implied }) => implied === true) ?? false
  return isConverted
    ? inexact(before, 'what comes of it is checked too')
    : { ...before, schema: { allOf: [before.schema, schema] } }
}
