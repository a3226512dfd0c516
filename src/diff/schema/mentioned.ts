import type { Arm, Side } from './form.js'
import { formOf } from './normal.js'

/** The arms of the schemas that `not`, `if`, `contains` and `propertyNames` speak of: values near them may break the rule. */
export function mentioned(arms: readonly Arm[], side: Side, depth = 0): Arm[] {
  if (depth > 2) return []
  const schemas = arms.flatMap((arm) =>
    arm.rules.flatMap(({ said }) => [said.not, said.if, said.then, said.else].flatMap((schema) => schema ?? [])),
  )
  const lists = arms.flatMap((arm): Arm[] =>
    arm.kind === 'array'
      ? arm.rules.flatMap(({ said }) =>
          said.contains === undefined ? [] : [{ ...arm, prefix: [], rest: said.contains }],
        )
      : [],
  )
  const inner = [...new Set(schemas)].flatMap((schema) => {
    const form = formOf(schema, side)
    return 'unclear' in form ? [] : form.arms
  })
  return [...lists, ...inner, ...mentioned(inner, side, depth + 1)]
}
