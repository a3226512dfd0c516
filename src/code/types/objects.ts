import type { BaseType } from 'ts-json-schema-generator'
import ts from 'typescript'
import { isNothing, toJsonSignature } from './absence.js'
import { readArray } from './arrays.js'
import { emptyObject, isDate, readBuiltin } from './builtins.js'
import type { Conversion } from './context.js'
import { readMembers } from './members.js'
import { readUnion } from './unions.js'
import { InexactType } from './wire-types.js'

const primitives =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.Null
const manyMethods = 5

/** Reads a union, an intersection or an object. `plain` leaves `toJSON` out: `JSON.stringify` calls it once only. */
export function readStructure(
  type: ts.Type,
  origin: ts.Node | undefined,
  plain: boolean,
  conversion: Conversion,
): BaseType {
  if (type.isUnion()) {
    return readUnion(type, conversion, (member) => (plain ? conversion.readPlain : conversion.read)(member, origin))
  }
  const open = openPart(type, conversion.checker)
  if (open !== undefined) return conversion.read(open, origin)
  const branded = type.isIntersection() ? type.types.find((part) => part.flags & primitives) : undefined
  if (branded !== undefined) return conversion.read(branded, origin)
  if (isNothing(type, conversion.checker)) return new InexactType('nothing is sent')
  const date = isDate(type, conversion)
  // What `toJSON` returns is not asked for its own, and a date without it has no members.
  if (plain && date) return emptyObject(conversion)
  const converted = plain || date ? undefined : readToJson(type, conversion)
  if (converted !== undefined) return converted
  return (
    readArray(type, origin, conversion) ??
    readBuiltin(type, origin, conversion) ??
    readLibraryObject(type, conversion) ??
    readMembers(type, conversion)
  )
}

/** The type parameter that decides what an intersection or a mapped type holds. */
function openPart(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (type.isIntersection()) {
    return type.types.map((part) => (isOpen(part) ? part : openPart(part, checker))).find((part) => part !== undefined)
  }
  if (!(type.flags & ts.TypeFlags.Object)) return undefined
  // The flag tells a mapped type, and lives on object types alone.
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return undefined
  return type.aliasTypeArguments?.find(isOpen)
}

function isOpen(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Instantiable) !== 0 && (type.flags & primitives) === 0
}

function readToJson(type: ts.Type, conversion: Conversion): BaseType | undefined {
  const { checker } = conversion
  const method = checker.getPropertyOfType(type, 'toJSON')
  if (method === undefined) return undefined
  const declared = checker.getTypeOfSymbol(method)
  if (declared.flags & ts.TypeFlags.Any) return new InexactType('`toJSON` is `any`')
  if (method.flags & ts.SymbolFlags.Optional) return new InexactType('`toJSON` may be missing')
  const signature = toJsonSignature(declared)
  if (signature === undefined) return undefined
  const returned = signature.getReturnType()
  const parameter =
    returned.isTypeParameter() && signature.typeParameters?.includes(returned) ? returned.getDefault() : undefined
  return conversion.readPlain(parameter ?? returned, method.valueDeclaration)
}

/** A library's client, request or socket is behaviour, not data; its hundreds of members say nothing about the wire. */
function readLibraryObject(type: ts.Type, conversion: Conversion): BaseType | undefined {
  const declaration = type.getSymbol()?.declarations?.[0]
  if (declaration === undefined || conversion.isOwn(declaration)) return undefined
  if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) return undefined
  const methods = conversion.checker.getPropertiesOfType(type).filter((symbol) => symbol.flags & ts.SymbolFlags.Method)
  if (methods.length < manyMethods) return undefined
  return new InexactType(`a library's \`${type.symbol.name}\` is not plain data`)
}
