import type { Json } from '../../model/json.js'
import { idOf } from './identity.js'
import { isContained } from './prove/contained.js'
import { isExact } from './prove/exact.js'
import { finiteValues } from './prove/finite.js'
import { confirm, doubt } from './record.js'
import type { BothSchemas, Place, Run, Wider } from './run.js'
import { variations } from './variations.js'

/**
 * Decides about an element as a whole where its parts say too little: that the values of a side are all values of the
 * other, by a proof; that they are not, by a value that Ajv confirms; or that it cannot be told, with the reason.
 */
export function settle(
  run: Run,
  schemas: BothSchemas,
  place: Place,
  reason: string,
  asked: readonly Wider[] = ['code', 'spec'],
): void {
  for (const wider of asked) {
    // A client is not harmed by an answer that is narrower than promised.
    if (wider === 'spec' && run.spec.direction === 'response') continue
    const other = wider === 'code' ? 'spec' : 'code'
    const key = `${place.pointer} ${wider} ${idOf(schemas.spec)} ${idOf(schemas.code)}`
    const decided =
      run.settled.get(key) ??
      (isContained(schemas[wider], run[wider], schemas[other], run[other]) ||
        (place.exact[wider] && isExact(schemas[wider], run[wider]) && differs(run, schemas, place, wider)))
    run.settled.set(key, decided)
    if (!decided) doubt(run, place.pointer, reason, wider)
  }
}

/** Where more is in doubt, a few values more or less decide nothing. */
const mostDoubts = 1_000

/** Asks Ajv about each value of a side that has only a few: what is in doubt about it may show there. */
export function settleByValues(run: Run, schemas: BothSchemas, place: Place): void {
  for (const wider of ['code', 'spec'] as const) {
    if (wider === 'spec' && run.spec.direction === 'response') continue
    if (run.asText || !place.exact[wider] || !isExact(schemas[wider], run[wider])) continue
    const values = finiteValues(schemas[wider], run[wider])
    if (values === null || run.doubts.size > mostDoubts) continue
    const unsettled = [...run.doubts.values()].some(
      ({ pointer, of }) => isBelow(pointer, place.pointer) && (of === undefined || of === wider),
    )
    for (const value of unsettled ? values : []) {
      const whole = place.hold(value, wider)
      const shown = { pointer: place.pointer, aspect: 'constraint', wider, ...schemas } as const
      if (whole !== undefined && confirm(run, { ...shown, whole })) return
    }
  }
}

function isBelow(pointer: string, top: string): boolean {
  return pointer === top || pointer.startsWith(`${top}/`)
}

const mostTried = 200
const mostSearches = 12

function differs(run: Run, schemas: BothSchemas, place: Place, wider: Wider): boolean {
  run.searches += 1
  if (run.searches > mostSearches) return false
  const other = wider === 'code' ? 'spec' : 'code'
  const tried: readonly Json[] = variations(
    schemas[wider],
    run[wider],
    { schema: schemas[other], side: run[other] },
    place.name,
  )
  return tried.slice(0, mostTried).some((value) => {
    const whole = place.hold(value, wider)
    return (
      whole !== undefined && confirm(run, { pointer: place.pointer, aspect: 'constraint', wider, whole, ...schemas })
    )
  })
}
