import ts from 'typescript'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Decoration } from '../decorators/decoration.js'
import { decorated, plain } from '../decorators/read-decorators.js'
import type { Project } from '../project.js'
import type { WriteOptions } from './write-options.js'

/** What class-transformer's decorators say of a property or a class, by where it is declared. */
interface Marks {
  readonly excluded: ReadonlySet<string>
  readonly renamed: ReadonlyMap<string, string>
  readonly rewritten: ReadonlySet<string>
  /** The groups of a property that has some; null where they are not known, or a version chooses. */
  readonly chosen: ReadonlyMap<string, readonly string[] | null>
  readonly exposedOnly: ReadonlyMap<string, readonly string[]>
  readonly getters: ReadonlyMap<string, readonly { readonly name: string; readonly node: ts.GetAccessorDeclaration }[]>
}

interface Told extends Marks {
  readonly options: WriteOptions
}

const memory = new WeakMap<Project, Marks>()

/** The schema as class-transformer writes it: without what is excluded, with what is exposed, under the names it gives. */
export function serialise(project: Project, schema: Schema, options: WriteOptions = { groups: null }): Schema {
  const marks = memory.get(project) ?? readMarks(project)
  memory.set(project, marks)
  const nothing = [
    marks.excluded,
    marks.renamed,
    marks.rewritten,
    marks.exposedOnly,
    marks.getters,
    marks.chosen,
  ].every(({ size }) => size === 0)
  return nothing ? schema : write(project, { ...marks, options }, schema, [])
}

function write(project: Project, marks: Told, schema: Schema, open: readonly string[]): Schema {
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
  marks: Told,
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
    const chosen = isChosen(marks, place)
    if (chosen === false) {
      delete properties[shown]
      continue
    }
    if (chosen === null)
      properties[shown] = { ...properties[shown], presence: 'the groups or the version of a property choose it' }
    else if (required.has(name)) kept.push(shown)
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

/** Whether the groups of a property let it out; null where that is not known. */
function isChosen({ chosen, options }: Told, place: string): boolean | null {
  const groups = chosen.get(place)
  if (groups === undefined) return true
  if (groups === null || options.groups === null) return null
  return groups.some((one) => options.groups?.includes(one))
}

function isTouched(project: Project, marks: Marks, schema: Schema, seen: Set<string>): boolean {
  const place = placeOf(schema.at)
  if (marks.excluded.has(place) || marks.renamed.has(place) || marks.rewritten.has(place)) return true
  if (marks.chosen.has(place) || marks.exposedOnly.has(place) || marks.getters.has(place)) return true
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
  const chosen = new Map<string, readonly string[] | null>()
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
        if (expose && choosesOf(project, expose) !== undefined) chosen.set(place, choosesOf(project, expose) ?? null)
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
  return { excluded, renamed, rewritten, exposedOnly, getters, chosen }
}

/** The groups that `@Expose` names; null for those that are not known, and for a version; undefined where it chooses nothing. */
function choosesOf(project: Project, expose: Decoration): readonly string[] | null | undefined {
  if (['since', 'until'].some((name) => optionOf(project, expose, name) !== undefined)) return null
  const groups = optionOf(project, expose, 'groups')
  if (groups === undefined || (Array.isArray(groups) && groups.length === 0)) return undefined
  return Array.isArray(groups) && groups.every((one) => typeof one === 'string') ? groups : null
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
