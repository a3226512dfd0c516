import type { Schema } from '../../model/schema.js'
import { matchOf } from '../../patterns/matching.js'
import type { ObjectArm } from './form.js'

/** What the patterns of an object say of a property of the name. */
export function saidByPatterns(arm: ObjectArm, name: string): Schema[] {
  if (arm.patterns.size === 0) return []
  return [...arm.patterns].flatMap(([pattern, schema]) => {
    const match = matchOf(pattern, name)
    return match === 'differs' ? [] : [match === 'matches' ? schema : untold]
  })
}

/** One object for all, so that what is made of it is remembered. */
const untold: Schema = { inexact: 'whether the name of a property is of a pattern takes too long to tell' }
