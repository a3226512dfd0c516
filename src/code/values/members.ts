import ts from 'typescript'
import { instanceMember, staticMember } from './classes.js'
import { cradleMember } from './cradle.js'
import type { Machine } from './machine.js'
import { exportOf } from './modules.js'
import { objectMember } from './objects.js'
import { moduleScope } from './scope.js'
import { symbolValue } from './symbols.js'
import type { Value } from './value.js'
import { choice, literal, unknown } from './values.js'

/** What `value.name` stands for. */
export function memberValue(machine: Machine, value: Value, name: string): Value {
  switch (value.kind) {
    case 'object':
      return objectMember(machine, value, name)
    case 'instance':
      return instanceMember(machine, value, name)
    case 'class':
      return staticMember(machine, value, name)
    case 'array':
      return arrayMember(machine, value, name)
    case 'enum':
      return enumMember(machine, value.node, name)
    case 'namespace':
      return exported(machine, value.file, name)
    case 'import':
      return { ...value, name: memberName(value.name, name) }
    case 'choice':
      return choiceMember(machine, value, name)
    case 'unknown':
      return value
    case 'literal':
      if (name === 'length' && typeof value.value === 'string') return literal(value.value.length, value.node)
      return unknown(`a literal has no member ${name} that is read`, value.node)
    case 'regexp':
      return name === 'source'
        ? literal(value.source.slice(1, value.source.lastIndexOf('/')), value.node)
        : opaque(value, name)
    default:
      return cradleMember(machine, value, name) ?? opaque(value, name)
  }
}

function opaque(value: Exclude<Value, { kind: 'choice' | 'namespace' }>, name: string): Value {
  return { kind: 'member', object: value, name, node: value.node }
}

function choiceMember(machine: Machine, value: Extract<Value, { kind: 'choice' }>, name: string): Value {
  const [first] = value.options
  const node = first && 'node' in first ? first.node : undefined
  // Nothing has no members: the code has seen to it that the value is there.
  const present = value.options.filter((each) => each.kind !== 'literal' || each.value != null)
  const options = present.map((each) => memberValue(machine, each, name))
  return node ? choice(options, node) : (options[0] ?? value)
}

/** The default export and the whole module of a package have the same members under CommonJS interop. */
function memberName(holder: string, name: string): string {
  return holder === 'default' || holder === '*' ? name : `${holder}.${name}`
}

function arrayMember(machine: Machine, value: Extract<Value, { kind: 'array' }>, name: string): Value {
  if (name === 'length') {
    return value.complete
      ? literal(value.elements.length, value.node)
      : unknown('a list that is not known whole', value.node)
  }
  const element = /^\d+$/.test(name) ? value.elements[Number(name)] : undefined
  if (element) return machine.evaluate(element)
  if (/^\d+$/.test(name) && value.complete) return literal(undefined, value.node)
  return opaque(value, name)
}

function enumMember(machine: Machine, declaration: ts.EnumDeclaration, name: string): Value {
  const member = declaration.members.find((each) => !ts.isComputedPropertyName(each.name) && each.name.text === name)
  const value = member && machine.checker.getConstantValue(member)
  if (!member) return unknown(`the enum ${declaration.name.text} has no member ${name}`, declaration)
  return value === undefined ? unknown('an enum member that is computed', member) : literal(value, member)
}

function exported(machine: Machine, file: ts.SourceFile, name: string): Value {
  const symbol = exportOf(machine, file, name)
  if (symbol) return symbolValue(machine, symbol, moduleScope, file)
  const whole = exportOf(machine, file, 'export=')
  if (!whole) return unknown(`the module exports no \`${name}\``, file)
  const value = symbolValue(machine, whole, moduleScope, file)
  return name === 'default' ? value : memberValue(machine, value, name)
}
