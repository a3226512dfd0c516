import { AnnotatedType, type BaseType, NullType, ObjectType, UnionType } from 'ts-json-schema-generator'
import ts from 'typescript'
import { absence } from './absence.js'
import { standardNames } from './builtins.js'
import { transformed } from './column-transformer.js'
import type { Conversion } from './context.js'
import { loadedOnDemand, mayBeEmpty } from './on-demand.js'
import { templatePattern } from './template.js'
import { withWidenedLiteral } from './widening.js'
import { InexactType, PatternObjectType, WireProperty } from './wire-types.js'

const limit = 1000

/** Reads an object by its own enumerable members, as `JSON.stringify` does. */
export function readMembers(type: ts.Type, conversion: Conversion): BaseType {
  const symbols = conversion.checker.getPropertiesOfType(type).filter((symbol) => isOwnData(symbol, type, conversion))
  if (symbols.length > limit) return new InexactType('too large to read')
  const properties = symbols.flatMap((symbol) => readProperty(symbol, conversion) ?? [])
  const indexes = conversion.checker.getIndexInfosOfType(type)
  if (indexes.length > 0) return withIndexes(properties, indexes, conversion)
  if (properties.length === 0 && symbols.length === 0 && saysNothing(type)) {
    return new InexactType(`\`${conversion.checker.typeToString(type)}\` does not say which properties`)
  }
  return new ObjectType(conversion.nextId(), [], properties, false)
}

/** `{}` and empty interfaces take any object, unlike an empty literal, a class or what is left of a mapped type. */
function saysNothing(type: ts.Type): boolean {
  const declarations = type.getSymbol()?.declarations ?? []
  if (declarations.length === 0) return true
  return declarations.every(
    (node) => ts.isInterfaceDeclaration(node) || (ts.isTypeLiteralNode(node) && node.members.length === 0),
  )
}

function isOwnData(symbol: ts.Symbol, owner: ts.Type, conversion: Conversion): boolean {
  const name = String(symbol.escapedName)
  if (name.startsWith('__@') || name.startsWith('__#')) return false
  if (symbol.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Prototype)) return false
  if (symbol.declarations?.some(isPrototypeAccessor)) return false
  if (conversion.omit?.(symbol)) return false
  return !isOfError(symbol, owner, conversion)
}

/** A getter is enumerable on an object literal only; a setter alone has no value. */
function isPrototypeAccessor(declaration: ts.Declaration): boolean {
  if (ts.isSetAccessor(declaration)) {
    const literal = ts.isObjectLiteralExpression(declaration.parent) ? declaration.parent : undefined
    return !literal?.properties.some(
      (other) => ts.isGetAccessor(other) && other.name.getText() === declaration.name.getText(),
    )
  }
  if (ts.isGetAccessor(declaration)) return ts.isClassLike(declaration.parent)
  return ts.isAutoAccessorPropertyDeclaration(declaration)
}

/** `message`, `stack`, `name` and `cause` are not enumerable where the `Error` constructor sets them. */
function isOfError(symbol: ts.Symbol, owner: ts.Type, { program }: Conversion): boolean {
  const declaration = symbol.declarations?.[0]
  if (declaration === undefined || !program.isSourceFileDefaultLibrary(declaration.getSourceFile())) return false
  return standardNames(owner, program).some((name) => name.endsWith('Error'))
}

function readProperty(symbol: ts.Symbol, conversion: Conversion): WireProperty | undefined {
  const type = conversion.checker.getTypeOfSymbol(symbol)
  const missing = absence(type, conversion.checker)
  if (missing === 'always') return undefined
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0]
  const written = withWidenedLiteral(type, symbol, conversion.read(type, declaration), conversion)
  const own = declaration === undefined ? written : asRead(written, declaration, type, conversion)
  const isColumn = declaration !== undefined && conversion.direction === 'sent' && mayBeEmpty(declaration, conversion)
  const read = isColumn && !takesNull(type) ? new InexactType(emptied, new UnionType([own, new NullType()])) : own
  const annotations = declaration === undefined ? undefined : conversion.annotationsOf(symbol, declaration)
  // What the type is certain of (a Date's format) stands above what a comment says.
  const certain = read instanceof AnnotatedType ? read.getAnnotations() : {}
  const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0
  const loaded = declaration && conversion.direction === 'sent' ? loadedOnDemand(declaration, conversion) : null
  // What is read of an empty column is there, and null; what was made in the code may lack it.
  const onDemand = loaded ?? (isColumn && isOptional ? emptied : null)
  const said = { ...annotations, ...certain, ...(onDemand === null ? {} : { 'x-presence': onDemand }) }
  const annotated = annotations === undefined && onDemand === null ? read : new AnnotatedType(read, said, false)
  const always = missing === 'never' && onDemand === null && !isOptional
  return new WireProperty(symbol.name, annotated, always)
}

/** What was read has gone through the column's transformer, what was made in the code has not. */
function asRead(written: BaseType, declaration: ts.Declaration, type: ts.Type, conversion: Conversion): BaseType {
  const given = conversion.direction === 'sent' ? transformed(declaration, type, conversion) : null
  if (given === null) return written
  if (given === 'unknown') return new InexactType(changed)
  return new InexactType(changed, new UnionType([written, conversion.read(given, declaration)]))
}

const changed = 'the transformer of the column gives another value than the type of the property says'

const emptied = 'the column may be empty, which the type of the property does not say'

function takesNull(type: ts.Type): boolean {
  const silent = ts.TypeFlags.Null | ts.TypeFlags.Any | ts.TypeFlags.Unknown
  return (type.isUnion() ? type.types : [type]).some((one) => (one.flags & silent) !== 0)
}

function withIndexes(
  properties: readonly WireProperty[],
  indexes: readonly ts.IndexInfo[],
  conversion: Conversion,
): BaseType {
  const patterns = new Map<string, BaseType>()
  const open: BaseType[] = []
  for (const { keyType, type, declaration } of indexes) {
    if (absence(type, conversion.checker) === 'always' || keyType.flags & ts.TypeFlags.ESSymbolLike) continue
    const value = conversion.read(type, declaration)
    if (keyType.flags & ts.TypeFlags.String) open.push(value)
    else patterns.set(keyPattern(keyType, conversion.checker), value)
  }
  const additional = open.length === 0 ? false : new UnionType(open).normalize()
  const id = conversion.nextId()
  const object =
    patterns.size === 0 || additional !== false
      ? new ObjectType(id, [], properties, additional)
      : new PatternObjectType(id, properties, additional, patterns)
  return new InexactType('an index signature does not say which keys', object)
}

function keyPattern(type: ts.Type, checker: ts.TypeChecker): string {
  return type.flags & ts.TypeFlags.Number ? '^-?[0-9]+(?:\\.[0-9]+)?$' : templatePattern(type, checker)
}
