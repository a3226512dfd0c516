import fc from 'fast-check'
import type { Plan } from '../plan.js'
import { classes } from './classes.js'
import { collections } from './collections.js'
import { derived } from './derived.js'
import { enumeration } from './enums.js'
import { generics } from './generics.js'
import { inferred } from './inferred.js'
import { leaf } from './leaves.js'
import { objects } from './objects.js'
import { records } from './records.js'
import { recursion } from './recursion.js'
import { unions } from './unions.js'

const simple: fc.Arbitrary<Plan> = fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: enumeration })

function composed(inner: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 3, arbitrary: objects(inner) },
    { weight: 3, arbitrary: derived(inner) },
    { weight: 3, arbitrary: unions(inner) },
    { weight: 2, arbitrary: collections(inner) },
    { weight: 2, arbitrary: records(inner) },
    { weight: 2, arbitrary: generics(inner) },
    { weight: 2, arbitrary: classes(inner) },
    { weight: 1, arbitrary: recursion(inner) },
    { weight: 1, arbitrary: inferred(inner) },
  )
}

const mixed = (deep: fc.Arbitrary<Plan>) => fc.oneof({ weight: 2, arbitrary: simple }, { weight: 1, arbitrary: deep })

const shallow = composed(simple)
const middle = composed(mixed(shallow))

/** Types of up to three levels, most of them of two. */
export const anyPlan: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 1, arbitrary: simple },
  { weight: 4, arbitrary: shallow },
  { weight: 4, arbitrary: middle },
  { weight: 1, arbitrary: composed(mixed(middle)) },
)
