import ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Project } from '../../project.js'

/** What declares a property of a model: a member of an interface or a class, or a parameter of a constructor. */
type Member = ts.PropertySignature | ts.PropertyDeclaration | ts.ParameterDeclaration

const memory = new WeakMap<Project, Map<string, ReadonlyMap<string, Member>>>()

/** The declaration of the property that a schema says it was read from; null where it is none of the project's. */
export function declaredAt(project: Project, at: Location | undefined): Member | null {
  if (at === undefined) return null
  const files = memory.get(project) ?? new Map<string, ReadonlyMap<string, Member>>()
  memory.set(project, files)
  const members = files.get(at.file) ?? membersOf(project, at.file)
  files.set(at.file, members)
  return members.get(placeOf(at)) ?? null
}

function membersOf(project: Project, name: string): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>()
  const file = project.files.find((each) => project.locate(each).file === name)
  const visit = (node: ts.Node): void => {
    if (isMember(node)) found.set(placeOf(project.locate(node.name)), node)
    ts.forEachChild(node, visit)
  }
  if (file) visit(file)
  return found
}

function isMember(node: ts.Node): node is Member {
  if (ts.isParameter(node)) return ts.isConstructorDeclaration(node.parent)
  return ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)
}

const placeOf = ({ line, column }: Location): string => `${line}:${column}`
