import ts from 'typescript'
import type { Absence } from './absent.js'

const silent = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never | ts.TypeFlags.ESSymbolLike

/** The interfaces behind functions and symbols, each with a member that tells it from another of the name. */
const boxes: ReadonlyMap<string, string> = new Map([
  ['Function', 'apply'],
  ['Symbol', 'description'],
])

/** How a value of the type goes missing on the wire. `any` and open type parameters count as present. */
export function absence(type: ts.Type): Absence {
  if (type.isUnion()) return absenceOfUnion(type)
  return isSilent(type) ? 'always' : 'never'
}

/** Nothing is sent for a value of this type: `void`, `undefined`, a function, `never`. */
export function isNothing(type: ts.Type): boolean {
  return absence(type) === 'always'
}

function absenceOfUnion(type: ts.UnionType): Absence {
  if (type.flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.EnumLike)) return 'never'
  const missing = type.types.filter(isNothing).length
  if (missing === 0) return 'never'
  return missing === type.types.length ? 'always' : 'maybe'
}

function isSilent(type: ts.Type): boolean {
  if (type.flags & silent) return true
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return true
  const telling = boxes.get(type.symbol?.name)
  return telling !== undefined && type.getProperty(telling) !== undefined
}
