import ts from 'typescript'
import type { TextMap, TextPlace, TextTree } from '../../model/text-tree.js'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'
import { withLaterMembers } from './later.js'

const MAX_DEPTH = 100

/** What a value that is no literal stands for in the document, where the reader of it knows: `getSchemaPath(Pet)`. */
export type Foreign = (value: Value, at: TextPlace) => TextTree | undefined

/**
 * The value that an expression stands for, as a tree with the place of each part. What only running the code would give
 * becomes `unknown` with the reason. `home` is the file that places are told relative to.
 */
export function treeOf(
  project: Project,
  reference: Reference,
  home: string,
  foreign: Foreign = () => undefined,
): TextTree {
  const place = (node: ts.Node): TextPlace => {
    const { file, line, column } = project.locate(node)
    return file === home ? { line, column } : { line, column, file }
  }

  const ofReference = (inner: Reference, at: TextPlace, depth: number): TextTree =>
    ofValue(project.values.evaluate(inner), at, depth + 1)

  const ofValue = (value: Value, at: TextPlace, depth: number): TextTree => {
    if (depth > MAX_DEPTH) return { kind: 'unknown', reason: 'the literal is nested too deep', at }
    switch (value.kind) {
      case 'literal':
        return value.value === undefined
          ? { kind: 'unknown', reason: 'the value is undefined', at }
          : { kind: 'scalar', value: value.value, at }
      case 'array': {
        const items = value.elements.map((element) => ofReference(element, place(element.expression), depth))
        return {
          kind: 'list',
          items,
          at,
          ...(value.complete ? {} : { incomplete: 'it spreads a list that cannot be read' }),
        }
      }
      case 'object':
        return ofObject(value, at, depth)
      default:
        return (
          foreign(value, at) ?? {
            kind: 'unknown',
            reason: value.kind === 'unknown' ? value.reason : `a ${value.kind} is no literal`,
            at,
          }
        )
    }
  }

  const ofObject = (object: Extract<Value, { kind: 'object' }>, at: TextPlace, depth: number): TextTree => {
    const entries = new Map<string, TextTree>()
    let incomplete: string | undefined
    for (const member of object.node.properties) {
      if (ts.isSpreadAssignment(member)) {
        const spread = ofReference({ expression: member.expression, scope: object.scope }, place(member), depth)
        if (spread.kind === 'map') for (const [key, entry] of spread.entries) entries.set(key, entry)
        if (spread.kind !== 'map') incomplete = 'it spreads a value that cannot be read'
        if (spread.kind === 'map' && spread.incomplete) incomplete = spread.incomplete
        continue
      }
      const key = keyOf(project, member, object)
      const value = ts.isPropertyAssignment(member)
        ? member.initializer
        : ts.isShorthandPropertyAssignment(member)
          ? member.name
          : undefined
      if (key === undefined || value === undefined) {
        incomplete = 'it has a member that cannot be read'
        continue
      }
      const evaluated = project.values.evaluate({ expression: value, scope: object.scope })
      if (evaluated.kind === 'literal' && evaluated.value === undefined) continue
      entries.set(key, ofValue(evaluated, place(member.name ?? member), depth + 1))
    }
    const map: TextMap = { kind: 'map', entries, at, ...(incomplete === undefined ? {} : { incomplete }) }
    return withLaterMembers(object.node, map)
  }

  return ofReference(reference, place(reference.expression), 0)
}

function keyOf(
  project: Project,
  member: ts.ObjectLiteralElementLike,
  object: Extract<Value, { kind: 'object' }>,
): string | undefined {
  const { name } = member
  if (!name) return undefined
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  if (!ts.isComputedPropertyName(name)) return undefined
  const value = project.values.evaluate({ expression: name.expression, scope: object.scope })
  return value.kind === 'literal' && value.value !== null && value.value !== undefined ? String(value.value) : undefined
}
