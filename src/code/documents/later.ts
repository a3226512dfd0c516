import ts from 'typescript'
import type { TextMap, TextTree } from '../../model/text-tree.js'
import { isAssignment } from '../program/operators.js'

/** Members that a variable is given, or loses, after its declaration: `spec.paths['/pets'] = …` is `['paths', null]`. */
type Change = readonly (string | null)[]

const known = new WeakMap<ts.SourceFile, ReadonlyMap<string, readonly Change[]>>()

/** What was read of an object literal, open where its file changes the variable that holds it. */
export function withLaterMembers(literal: ts.ObjectLiteralExpression, tree: TextMap): TextMap {
  const name = holderOf(literal)
  const changes = name === null ? [] : (changesIn(literal.getSourceFile()).get(name) ?? [])
  return changes.reduce(opened, tree)
}

/** The variable that a literal is written to. */
function holderOf(literal: ts.ObjectLiteralExpression): string | null {
  let node: ts.Node = literal.parent
  while (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    node = node.parent
  return ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) ? node.name.text : null
}

function changesIn(file: ts.SourceFile): ReadonlyMap<string, readonly Change[]> {
  const before = known.get(file)
  if (before !== undefined) return before
  const changes = new Map<string, Change[]>()
  const add = (target: ts.Expression, more: Change): void => {
    const path = pathOf(target)
    if (path !== null && path.names.length + more.length > 0)
      changes.set(path.root, [...(changes.get(path.root) ?? []), [...path.names, ...more]])
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node)) add(node.left, [])
    if (ts.isDeleteExpression(node)) add(node.expression, [])
    const [first] = ts.isCallExpression(node) ? node.arguments : []
    if (first !== undefined && ts.isCallExpression(node) && node.expression.getText(file) === 'Object.assign')
      add(first, [null])
    ts.forEachChild(node, visit)
  }
  visit(file)
  known.set(file, changes)
  return changes
}

/** `spec.paths['/a']`: the variable, and the names that lead from it; null where a name is not written. */
function pathOf(target: ts.Expression): { readonly root: string; readonly names: Change } | null {
  if (ts.isIdentifier(target)) return { root: target.text, names: [] }
  if (ts.isParenthesizedExpression(target) || ts.isAsExpression(target) || ts.isNonNullExpression(target))
    return pathOf(target.expression)
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) return null
  const inner = pathOf(target.expression)
  if (inner === null) return null
  const name = ts.isPropertyAccessExpression(target)
    ? target.name.text
    : ts.isStringLiteralLike(target.argumentExpression)
      ? target.argumentExpression.text
      : null
  return { root: inner.root, names: [...inner.names, name] }
}

const reason = 'it is changed after it is written'

function opened(tree: TextMap, [name = null, ...rest]: Change): TextMap {
  if (name === null) return { ...tree, incomplete: tree.incomplete ?? reason }
  const part = tree.entries.get(name)
  if (part === undefined) return { ...tree, incomplete: tree.incomplete ?? reason }
  const changed: TextTree =
    part.kind === 'map' && rest.length > 0 ? opened(part, rest) : { kind: 'unknown', reason, at: part.at }
  return { ...tree, entries: new Map([...tree.entries, [name, changed]]) }
}
