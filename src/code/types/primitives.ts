import {
  type BaseType,
  BooleanType,
  LiteralType,
  type LiteralValue,
  NullType,
  NumberType,
  StringType,
} from 'ts-json-schema-generator'
import ts from 'typescript'
import type { Conversion } from './context.js'
import { reasonForAny } from './reasons.js'
import { templatePattern } from './template.js'
import { InexactType, PatternType, UnserialisableType } from './wire-types.js'

const { TypeFlags } = ts

const anyString = new InexactType('a TypeScript `string` does not say which strings', new StringType())
const anyNumber = new InexactType('a TypeScript `number` does not say which numbers', new NumberType())

/** Reads the types that have no members; `undefined` for those that have. */
export function readPrimitive(
  type: ts.Type,
  origin: ts.Node | undefined,
  conversion: Conversion,
): BaseType | undefined {
  const { flags } = type
  if (flags & TypeFlags.Object) return undefined
  const literal = literalOf(type, conversion.checker)
  if (literal !== undefined) return literal === null ? new NullType() : new LiteralType(literal)
  if (flags & TypeFlags.Boolean) return new BooleanType()
  if (flags & TypeFlags.UnionOrIntersection) return undefined
  if (flags & TypeFlags.TemplateLiteral) return readTemplate(type, conversion.checker)
  if (flags & TypeFlags.StringLike) return anyString
  if (flags & TypeFlags.NumberLike) return anyNumber
  if (flags & TypeFlags.BigIntLike) return readBigint(conversion)
  return readUnknown(type, origin, conversion)
}

/** The value of a type that has exactly one; `undefined` for any other type. */
export function literalOf(type: ts.Type, checker: ts.TypeChecker): LiteralValue | null | undefined {
  if (type.flags & TypeFlags.Null) return null
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value
  if (type.flags & TypeFlags.BooleanLiteral) return checker.typeToString(type) === 'true'
  return undefined
}

function readTemplate(type: ts.Type, checker: ts.TypeChecker): BaseType {
  const pattern = templatePattern(type, checker)
  return new InexactType('a template literal type does not say which strings', new PatternType(pattern))
}

function readBigint({ direction }: Conversion): BaseType {
  return direction === 'sent' ? new UnserialisableType('bigint') : new InexactType('a `bigint` cannot come out of JSON')
}

function readUnknown(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType {
  const { checker } = conversion
  if (type.flags & TypeFlags.Any) return new InexactType(reasonForAny(origin, checker))
  if (type.flags & TypeFlags.Unknown) return new InexactType('`unknown`')
  if (type.flags & TypeFlags.NonPrimitive) return new InexactType('`object` does not say which properties')
  if (type.flags & TypeFlags.TypeParameter) return readParameter(type, origin, conversion)
  if (type.flags & TypeFlags.Instantiable) return new InexactType(`the type ${checker.typeToString(type)} stays open`)
  return new InexactType(`\`${checker.typeToString(type)}\` is not sent`)
}

function readParameter(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType {
  const isThis = (type.symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0
  const self = isThis ? conversion.checker.getBaseConstraintOfType(type) : undefined
  if (self !== undefined) return conversion.read(self, origin)
  return new InexactType(`the type parameter ${type.symbol.name} stays open`)
}
