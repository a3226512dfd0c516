import ts from 'typescript'
import { decorationsOf, each, extended, madeBy } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Property } from './dto.js'

interface Properties {
  readonly list: readonly Property[]
  readonly open: string | null
}

const deepest = 20

/** The properties of a class: own, inherited, and those of `PartialType`, `PickType`, `OmitType` and `IntersectionType`. */
export function propertiesOf(project: Project, value: Value, depth = 0): Properties {
  if (depth > deepest) return { list: [], open: 'the classes are nested too deep' }
  if (value.kind === 'class') return ofClass(project, value.node, depth)
  const made = madeBy(value)
  const [first, second] = made?.args ?? []
  if (!made || !first) return { list: [], open: 'a base class that is not read' }
  const name = made.name.replace(/^.*\./, '')
  const base = propertiesOf(project, project.values.evaluate(first), depth + 1)
  const keys = () => (second ? keysOf(project, project.values.evaluate(second)) : [])
  switch (name) {
    case 'PartialType':
      return { ...base, list: base.list.map((one) => ({ ...one, partial: true })) }
    case 'PickType': {
      const picked = keys()
      return { ...base, list: base.list.filter((one) => picked.includes(one.name)) }
    }
    case 'OmitType': {
      const left = keys()
      return { ...base, list: base.list.filter((one) => !left.includes(one.name)) }
    }
    case 'IntersectionType': {
      const parts = made.args.map((argument) => propertiesOf(project, project.values.evaluate(argument), depth + 1))
      return {
        list: merged(parts.flatMap(({ list }) => list)),
        open: parts.find(({ open }) => open !== null)?.open ?? null,
      }
    }
    default:
      return { list: [], open: `the base class \`${name}\` is not read` }
  }
}

function ofClass(project: Project, node: ts.ClassLikeDeclaration, depth: number): Properties {
  const base = extended(node)
  const above: Properties = base
    ? propertiesOf(project, project.values.evaluate({ expression: base, scope: moduleScope }), depth + 1)
    : { list: [], open: null }
  const own = node.members.flatMap((member): Property[] => {
    if (!ts.isPropertyDeclaration(member) || isStatic(member) || ts.isPrivateIdentifier(member.name)) return []
    const name = ts.isComputedPropertyName(member.name) ? null : member.name.text
    return name === null
      ? []
      : [{ name, declaration: member, decorations: decorationsOf(project, member), partial: false }]
  })
  return { list: merged([...above.list, ...own]), open: above.open }
}

/** A property that is declared again keeps the validators of both. */
function merged(list: readonly Property[]): readonly Property[] {
  const found = new Map<string, Property>()
  for (const one of list) {
    const before = found.get(one.name)
    found.set(one.name, before ? { ...one, decorations: [...before.decorations, ...one.decorations] } : one)
  }
  return [...found.values()]
}

function isStatic(member: ts.PropertyDeclaration): boolean {
  return member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false
}

function keysOf(project: Project, value: Value): readonly string[] {
  return each(project, value).flatMap((one) =>
    one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : [],
  )
}
