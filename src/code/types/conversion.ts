import {
  AnnotatedType,
  type Annotations,
  type BaseType,
  DefinitionType,
  EnumType,
  ObjectType,
  ReferenceType,
  UnionType,
} from 'ts-json-schema-generator'
import ts from 'typescript'
import { createAnnotations } from './annotations.js'
import { elementOf } from './arrays.js'
import type { Conversion, Direction, Names, TypeSource } from './context.js'
import { readStructure } from './objects.js'
import { readPrimitive } from './primitives.js'
import { InexactType } from './wire-types.js'

const deepest = 80
const alike = 12
const heaviest = 3000

/** A type whose members are being read: whoever meets it again refers to it. */
interface Open {
  reference?: ReferenceType
}

interface Done {
  readonly base: BaseType
  readonly weight: number
}

/** One direction's road from checker types to the library's types. Every type is read once. */
export function createConversion(
  source: TypeSource,
  direction: Direction,
  names: Names,
  isOwn: (node: ts.Node) => boolean,
  define: (definition: DefinitionType) => void,
): Conversion {
  const { checker } = source
  const annotations = createAnnotations(source, isOwn)
  const done = new Map<ts.Type, Done>()
  const open = new Map<ts.Type, Open>()
  let weight = 0
  let cuts = 0
  let ids = 0

  const conversion: Conversion = {
    ...source,
    direction,
    isOwn,
    read,
    readPlain: (type, origin) =>
      readPrimitive(type, origin, conversion) ?? readStructure(type, origin, true, conversion),
    annotationsOf: (symbol, declaration) => annotations.of(symbol, declaration),
    nextId: () => {
      ids += 1
      return `${direction}-${ids}`
    },
    locate: (node) => source.locate(node),
  }
  return conversion

  function read(type: ts.Type, origin: ts.Node | undefined): BaseType {
    const primitive = readPrimitive(type, origin, conversion)
    if (primitive !== undefined) return primitive
    const known = done.get(type)
    if (known !== undefined) {
      weight += known.weight
      return known.base
    }
    const above = open.get(type)
    if (above !== undefined) return refer(type, above)
    if (isTooMuch(type)) {
      cuts += 1
      return new InexactType('too large to read')
    }
    return readOnce(type, origin)
  }

  function readOnce(type: ts.Type, origin: ts.Node | undefined): BaseType {
    const before = { weight, cuts }
    const state: Open = {}
    open.set(type, state)
    weight = 1
    const structure = readStructure(type, origin, false, conversion)
    open.delete(type)
    const base = isNameable(type, structure) || state.reference ? nameIt(type, structure, state) : structure
    const own = base instanceof DefinitionType ? 1 : weight
    weight = before.weight + own
    const stable = cuts === before.cuts || base instanceof DefinitionType
    if (stable && !isArrayOfAny(type)) done.set(type, { base, weight: own })
    return base
  }

  function nameIt(type: ts.Type, structure: BaseType, state: Open): DefinitionType {
    const reference = refer(type, state)
    const said = annotationsOfName(type)
    const located = said === undefined ? structure : new AnnotatedType(structure, said, false)
    const definition = new DefinitionType(reference.getName(), located)
    reference.setType(definition)
    define(definition)
    return definition
  }

  /** The reference has its id and its name before the members of its type are read. */
  function refer(type: ts.Type, state: Open): ReferenceType {
    if (state.reference !== undefined) return state.reference
    const reference = new ReferenceType()
    const name = names.claim(names.declared(type) ?? 'Recursive')
    reference.setId(`${direction}-${name}`)
    reference.setName(name)
    state.reference = reference
    return reference
  }

  function isTooMuch(type: ts.Type): boolean {
    if (open.size > deepest || weight > heaviest) return true
    const symbol = type.aliasSymbol ?? type.symbol
    if (symbol === undefined) return false
    let same = 0
    for (const other of open.keys()) if ((other.aliasSymbol ?? other.symbol) === symbol) same += 1
    return same >= alike
  }

  function isNameable(type: ts.Type, structure: BaseType): boolean {
    const inner = structure instanceof InexactType ? structure.bound : structure
    const structured = inner instanceof ObjectType || inner instanceof EnumType || inner instanceof UnionType
    return structured && names.declared(type) !== undefined
  }

  /** The keywords and the place of the declaration that gives the type its name. */
  function annotationsOfName(type: ts.Type): Annotations | undefined {
    const symbol = type.aliasSymbol ?? type.getSymbol()
    const declaration = symbol?.declarations?.[0]
    return symbol === undefined || declaration === undefined ? undefined : annotations.of(symbol, declaration)
  }

  /** Such an array's reason depends on where it was met, so its reading must not serve elsewhere. */
  function isArrayOfAny(type: ts.Type): boolean {
    const element = elementOf(type, checker)
    return element !== undefined && (element.flags & ts.TypeFlags.Any) !== 0
  }
}
