import { AnnotatedType, type BaseType, BooleanType, NumberType, ObjectType, StringType } from 'ts-json-schema-generator'
import ts from 'typescript'
import type { Conversion } from './context.js'
import { InexactType, PatternObjectType, UnserialisableType } from './wire-types.js'

type Builtin = 'date' | 'hollow' | 'indexed' | 'bigints' | 'string' | 'number' | 'boolean' | 'bigint' | 'object'

const builtins: ReadonlyMap<string, Builtin> = new Map([
  ['Date', 'date'],
  ...[
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'ReadonlyMap',
    'ReadonlySet',
    'Promise',
    'PromiseLike',
    'RegExp',
  ].map(hollow),
  ...[
    'ArrayBuffer',
    'SharedArrayBuffer',
    'DataView',
    'Iterator',
    'IterableIterator',
    'IteratorObject',
    'Generator',
  ].map(hollow),
  ...['AsyncGenerator', 'AsyncIterable', 'AsyncIterator', 'AsyncIterableIterator'].map(hollow),
  ...['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float16', 'Float32', 'Float64'].map(
    (name): [string, Builtin] => [`${name}Array`, 'indexed'],
  ),
  ['BigInt64Array', 'bigints'],
  ['BigUint64Array', 'bigints'],
  ['String', 'string'],
  ['Number', 'number'],
  ['Boolean', 'boolean'],
  ['BigInt', 'bigint'],
  ['Object', 'object'],
])

function hollow(name: string): [string, Builtin] {
  return [name, 'hollow']
}

/** The date on the wire: `Date.prototype.toJSON` always writes this format. */
export function isDate(type: ts.Type, conversion: Conversion): boolean {
  return builtinOf(type, conversion) === 'date'
}

/** Reads the standard library's own objects, whose members say nothing about the wire; `undefined` for all others. */
export function readBuiltin(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType | undefined {
  const builtin = builtinOf(type, conversion)
  if (builtin === undefined) return undefined
  if (builtin === 'object') return new InexactType('`Object` does not say which properties')
  if (builtin === 'string') return new InexactType('a TypeScript `string` does not say which strings', new StringType())
  if (builtin === 'number') return new InexactType('a TypeScript `number` does not say which numbers', new NumberType())
  if (builtin === 'boolean') return new BooleanType()
  if (conversion.direction === 'received' && builtin !== 'date') {
    return new InexactType(`\`${conversion.checker.typeToString(type, origin)}\` cannot come out of JSON`)
  }
  if (builtin === 'bigint' || builtin === 'bigints') return new UnserialisableType('bigint')
  if (builtin === 'indexed') return numbersByIndex(conversion)
  if (builtin === 'hollow') return emptyObject(conversion)
  return new AnnotatedType(new StringType(), { format: 'date-time' }, false)
}

/** An object that has no members on the wire. */
export function emptyObject(conversion: Conversion): ObjectType {
  return new ObjectType(conversion.nextId(), [], [], false)
}

/** The names of a class or interface and of everything it extends, as far as the standard library declares them. */
export function standardNames(type: ts.Type, program: ts.Program): readonly string[] {
  if (type.isIntersection()) return type.types.flatMap((part) => standardNames(part, program))
  const symbol = type.getSymbol()
  if (symbol === undefined) return []
  if (isStandard(symbol, program)) return [symbol.name]
  return baseTypes(type).flatMap((base) => standardNames(base, program))
}

function builtinOf(type: ts.Type, { program }: Conversion): Builtin | undefined {
  for (const name of standardNames(type, program)) {
    const builtin = builtins.get(name)
    if (builtin !== undefined) return builtin
  }
  return undefined
}

function isStandard(symbol: ts.Symbol, program: ts.Program): boolean {
  return symbol.declarations?.some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile())) ?? false
}

/** What a class or interface extends, with its type arguments applied where it has any. */
export function baseTypes(type: ts.Type): readonly ts.Type[] {
  const declared = isReference(type) ? type.target : type
  return declared.isClassOrInterface() ? (declared.getBaseTypes() ?? []) : []
}

function isReference(type: ts.Type): type is ts.TypeReference {
  if (!(type.flags & ts.TypeFlags.Object)) return false
  // The flag is the only sign, and it lives on object types alone.
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
}

function numbersByIndex(conversion: Conversion): BaseType {
  const item = new InexactType('a TypeScript `number` does not say which numbers', new NumberType())
  const object = new PatternObjectType(conversion.nextId(), [], false, new Map([['^(?:0|[1-9][0-9]*)$', item]]))
  return new InexactType('a typed array does not say its length', object)
}
