import ts from 'typescript'
import type { Absence } from './absent.js'

const silent = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never | ts.TypeFlags.ESSymbolLike

/** The interfaces behind functions and symbols, each with a member that tells it from another of the name. */
const boxes: ReadonlyMap<string, string> = new Map([
  ['Function', 'apply'],
  ['Symbol', 'description'],
])

/**
 * How a value of the type goes missing on the wire, also where its `toJSON` returns nothing. `any` and open type parameters
 * count as present.
 */
export function absence(type: ts.Type, checker: ts.TypeChecker): Absence {
  return absenceOf(type, (part) => convertedBy(part, checker))
}

/** Nothing is sent for a value of this type: `void`, `undefined`, a function, `never`. */
export function isNothing(type: ts.Type, checker: ts.TypeChecker): boolean {
  return absence(type, checker) === 'always'
}

function absenceOf(type: ts.Type, converted: (type: ts.Type) => ts.Type | undefined): Absence {
  if (!type.isUnion()) {
    if (isSilent(type)) return 'always'
    const sent = converted(type)
    // `toJSON` is called once: what it returns is not asked for its own.
    return sent === undefined ? 'never' : absenceOf(sent, () => undefined)
  }
  if (type.flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.EnumLike)) return 'never'
  const parts = new Set(type.types.map((part) => absenceOf(part, converted)))
  if (parts.size > 1) return 'maybe'
  return parts.values().next().value ?? 'never'
}

/** What `toJSON` returns, where the type has one that is sure to be there. */
function convertedBy(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return undefined
  const method = type.getProperty('toJSON')
  if (method === undefined || method.flags & ts.SymbolFlags.Optional) return undefined
  return toJsonSignature(checker.getTypeOfSymbol(method))?.getReturnType()
}

/** The overload of `toJSON` that `JSON.stringify` calls: it hands over the key at most. */
export function toJsonSignature(declared: ts.Type): ts.Signature | undefined {
  const signatures = declared.getCallSignatures()
  return signatures.find((call) => call.parameters.length <= 1) ?? signatures[0]
}

function isSilent(type: ts.Type): boolean {
  if (type.flags & silent) return true
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return true
  const telling = boxes.get(type.symbol?.name)
  return telling !== undefined && type.getProperty(telling) !== undefined
}
