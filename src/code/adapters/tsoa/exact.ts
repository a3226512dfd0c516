import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import { declaredAt } from './declared-at.js'
import { readSettings } from './settings.js'
import { noTags, type Tags, tagsOf } from './tags.js'
import { orTaken, wantedValue } from './taken.js'

/** The type of a value that a request holds, with what its JSDoc demands. `inBody`: it is JSON, and no text of a parameter. */
interface Wanted {
  readonly tags: Tags
  readonly inBody: boolean
  /** The named schemas around it. */
  readonly open: readonly string[]
}

/**
 * What the generated routes check of a value: its type is the validator, so that a `string` is every string and a `number` every
 * number, and of JSDoc only the tags that tsoa knows. What the type reader calls inexact for another reason stays so.
 */
export function exact(project: Project, schema: Schema, tags: Tags, inBody: boolean): Schema {
  return checked(project, schema, { tags, inBody, open: [] })
}

function checked(project: Project, schema: Schema, wanted: Wanted): Schema {
  const { open } = wanted
  if (schema.ref !== undefined) {
    const target = project.types.schemas[schema.ref]
    if (!target || open.includes(schema.ref)) return schema
    const { ref } = schema
    return { ...checked(project, target, { ...wanted, open: [...open, ref] }), ...placeOf(schema) }
  }
  const { at: _at, presence: _presence, ...own } = schema
  const { anyOf } = own
  if (isBuffer(own)) return { inexact: 'a buffer is made of whatever comes', ...placeOf(schema) }
  if (anyOf) return { anyOf: anyOf.map((one) => checked(project, one, wanted)), ...placeOf(schema) }
  const { coerces, wholeNumbers } = readSettings(project)
  const value = inside(project, wantedValue(own, wanted.tags, wholeNumbers), wanted)
  return { ...orTaken(value, { coerces, inBody: wanted.inBody }), ...placeOf(schema) }
}

/** What is said of the place, whatever stands there. */
function placeOf({ at, presence }: Schema): Schema {
  return { ...(at === undefined ? {} : { at }), ...(presence === undefined ? {} : { presence }) }
}

const isBuffer = ({ properties }: Schema): boolean => properties?.type?.enum?.join() === 'Buffer'

/** The schema with what it holds: items are checked by the tags of their list, properties by their own. */
function inside(project: Project, schema: Schema, wanted: Wanted): Schema {
  const { properties, required, items, additionalProperties } = schema
  const { number, isDate } = wanted.tags
  const item = { ...wanted, tags: { ...noTags, number, isDate } }
  const members = Object.entries(properties ?? {}).flatMap(([name, one]) => memberOf(project, name, one, wanted))
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])) }),
    ...(required === undefined
      ? {}
      : { required: required.filter((name) => members.some((one) => one.name === name && !one.hasDefault)) }),
    ...(typeof items === 'object' ? { items: checked(project, items, item) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: checked(project, additionalProperties, { ...item, tags: noTags }) }
      : {}),
  }
}

interface Member {
  readonly name: string
  readonly schema: Schema
  readonly hasDefault: boolean
}

/** A property, where it is one that tsoa looks at. */
function memberOf(project: Project, name: string, schema: Schema, wanted: Wanted): readonly Member[] {
  const declaration = declaredAt(project, schema.at)
  if (declaration !== null && isLeftOut(declaration)) return []
  const tags = declaration === null ? noTags : tagsOf(aliasOf(project, declaration) ?? declaration)
  const hasDefault = declaration !== null && 'initializer' in declaration && declaration.initializer !== undefined
  return [{ name, schema: checked(project, schema, { ...wanted, tags }), hasDefault }]
}

/** Only what is public is part of a model, and nothing with `@ignore`. */
function isLeftOut(declaration: ts.Declaration): boolean {
  const modifiers = ts.canHaveModifiers(declaration) ? (ts.getModifiers(declaration) ?? []) : []
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword]
  if (modifiers.some(({ kind }) => hidden.includes(kind))) return true
  return ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'ignore')
}

/** The alias that a property is declared with: its tags are looked at, and those of the property are not. */
function aliasOf({ checker }: Project, { type }: { readonly type?: ts.TypeNode | undefined }): ts.Node | null {
  if (type === undefined || !ts.isTypeReferenceNode(type)) return null
  const symbol = checker.getSymbolAtLocation(type.typeName)
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = target?.declarations?.[0]
  if (declaration === undefined || !ts.isTypeAliasDeclaration(declaration)) return null
  return declaration.getSourceFile().isDeclarationFile ? null : declaration
}
