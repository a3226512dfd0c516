import ts from 'typescript'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Decoration } from '../decorators/decoration.js'
import { decorated, plain } from '../decorators/read-decorators.js'
import type { Project } from '../project.js'

/** What class-transformer's decorators say of a property or a class, by where it is declared. */
interface Marks {
  readonly excluded: ReadonlySet<string>
  readonly renamed: ReadonlyMap<string, string>
  readonly rewritten: ReadonlySet<string>
  readonly exposedOnly: ReadonlyMap<string, readonly string[]>
  readonly getters: ReadonlyMap<string, readonly { readonly name: string; readonly node: ts.GetAccessorDeclaration }[]>
}

const memory = new WeakMap<Project, Marks>()

/** The schema as class-transformer writes it: without what is excluded, with what is exposed, under the names it gives. */
export function serialise(project: Project, schema: Schema): Schema {
  const marks = memory.get(project) ?? readMarks(project)
  memory.set(project, marks)
  const nothing = [marks.excluded, marks.renamed, marks.rewritten, marks.exposedOnly, marks.getters].every(
    ({ size }) => size === 0,
  )
  return nothing ? schema : write(project, marks, schema, [])
}

function write(project: Project, marks: Marks, schema: Schema, open: readonly string[]): Schema {
  if (schema.ref !== undefined) {
    const target = project.types.schemas[schema.ref]
    if (!target || !isTouched(project, marks, schema, new Set())) return schema
    if (open.includes(schema.ref)) return { inexact: 'the class holds itself' }
    const { ref, ...beside } = schema
    return { ...write(project, marks, target, [...open, ref]), ...beside }
  }
  const next = (one: Schema) => write(project, marks, one, open)
  const { items, anyOf, allOf, oneOf, prefixItems, additionalProperties } = schema
  return {
    ...schema,
    ...(schema.properties ? members(project, marks, schema, next) : {}),
    ...(typeof items === 'object' ? { items: next(items) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: next(additionalProperties) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(next) } : {}),
    ...(allOf ? { allOf: allOf.map(next) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(next) } : {}),
    ...(prefixItems ? { prefixItems: prefixItems.map(next) } : {}),
  }
}

function members(
  project: Project,
  marks: Marks,
  schema: Schema,
  next: (one: Schema) => Schema,
): Pick<Schema, 'properties' | 'required'> {
  const own = placeOf(schema.at)
  const exposedOnly = marks.exposedOnly.get(own)
  const required = new Set(schema.required ?? [])
  const properties: Record<string, Schema> = {}
  const kept: string[] = []
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const place = placeOf(property.at)
    if (marks.excluded.has(place) || (exposedOnly && !exposedOnly.includes(place))) continue
    const shown = marks.renamed.get(place) ?? name
    properties[shown] = marks.rewritten.has(place)
      ? { inexact: '@Transform writes the value', ...(property.at ? { at: property.at } : {}) }
      : next(property)
    if (required.has(name)) kept.push(shown)
  }
  for (const { name, node } of marks.getters.get(own) ?? []) {
    properties[name] = {
      ...project.types.sent(project.checker.getTypeAtLocation(node), node),
      at: project.locate(node.name),
    }
    kept.push(name)
  }
  return { properties, required: kept }
}

function isTouched(project: Project, marks: Marks, schema: Schema, seen: Set<string>): boolean {
  const place = placeOf(schema.at)
  if (marks.excluded.has(place) || marks.renamed.has(place) || marks.rewritten.has(place)) return true
  if (marks.exposedOnly.has(place) || marks.getters.has(place)) return true
  if (schema.ref !== undefined) {
    if (seen.has(schema.ref)) return false
    seen.add(schema.ref)
    const target = project.types.schemas[schema.ref]
    return target !== undefined && isTouched(project, marks, target, seen)
  }
  const { items, additionalProperties: others } = schema
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.prefixItems ?? []),
  ]
  if (typeof items === 'object') below.push(items)
  if (typeof others === 'object') below.push(others)
  return below.some((one) => isTouched(project, marks, one, seen))
}

function placeOf(at: Location | undefined): string {
  return at ? `${at.file}:${at.line}:${at.column}` : ''
}

function readMarks(project: Project): Marks {
  const excluded = new Set<string>()
  const renamed = new Map<string, string>()
  const rewritten = new Set<string>()
  const exposedOnly = new Map<string, string[]>()
  const getters = new Map<string, { name: string; node: ts.GetAccessorDeclaration }[]>()
  const visit = (node: ts.ClassDeclaration): void => {
    const exposed: string[] = []
    const here = placeOf(project.locate(node.name ?? node))
    for (const one of node.members) {
      if (!ts.isPropertyDeclaration(one) && !ts.isGetAccessorDeclaration(one)) continue
      const [exclude] = decorated(project, one, 'Exclude').filter(isOnWayOut(project))
      const [expose] = decorated(project, one, 'Expose').filter(isOnWayOut(project))
      const shown = expose ? optionOf(project, expose, 'name') : undefined
      const places = [placeOf(project.locate(one)), placeOf(project.locate(one.name))]
      for (const place of places) {
        if (exclude) excluded.add(place)
        if (typeof shown === 'string') renamed.set(place, shown)
        if (decorated(project, one, 'Transform').some(isOnWayOut(project))) rewritten.add(place)
        if (expose) exposed.push(place)
      }
      if (expose && ts.isGetAccessorDeclaration(one)) {
        getters.set(here, [
          ...(getters.get(here) ?? []),
          { name: typeof shown === 'string' ? shown : one.name.getText(), node: one },
        ])
      }
    }
    if (decorated(project, node, 'Exclude').length > 0) exposedOnly.set(here, exposed)
  }
  for (const file of project.files) {
    if (!file.text.includes('class-transformer')) continue
    for (const statement of file.statements) if (ts.isClassDeclaration(statement)) visit(statement)
  }
  return { excluded, renamed, rewritten, exposedOnly, getters }
}

/** `{ toClassOnly: true }` speaks of the way in. */
function isOnWayOut(project: Project): (decoration: Decoration) => boolean {
  return (decoration) =>
    decoration.module === 'class-transformer' && optionOf(project, decoration, 'toClassOnly') !== true
}

function optionOf(project: Project, decoration: Decoration, name: string): unknown {
  for (const argument of decoration.args) {
    const options = plain(project, argument)
    const found =
      typeof options === 'object' && options !== null
        ? Object.entries(options).find(([key]) => key === name)
        : undefined
    if (found) return found[1]
  }
  return undefined
}
