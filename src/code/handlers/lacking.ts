import ts from 'typescript'
import { destructured } from '../types/expressions/subjects.js'
import type { Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

/**
 * Why a field of the request may be missing that the type calls a text: the index of a record promises every name, and a
 * request holds what it holds. Null where the type names the field, or the route does.
 */
export function lackOf(session: Session, frame: Frame, expression: ts.Expression): string | null {
  const node = settled(expression)
  const from = ts.isIdentifier(node) ? takenFrom(session, node) : fieldOf(node)
  if (from === null) return null
  const tracked = trackedOf(session, frame, node)
  if (tracked?.kind !== 'input' || tracked.place === 'path' || tracked.path.length === 0) return null
  const { checker } = session.project
  const type = checker.getNonNullableType(checker.getTypeAtLocation(from.object))
  if (checker.getPropertyOfType(type, from.name) !== undefined) return null
  return checker.getIndexInfoOfType(type, ts.IndexKind.String) === undefined
    ? null
    : `the type promises \`${from.name}\`, and a request may come without it`
}

function takenFrom({ project: { checker } }: Session, name: ts.Identifier) {
  const declaration = declarationOf(checker, name)
  return declaration !== null && ts.isBindingElement(declaration) ? destructured(declaration) : null
}

function fieldOf(node: ts.Expression): { readonly object: ts.Expression; readonly name: string } | null {
  return ts.isPropertyAccessExpression(node) ? { object: node.expression, name: node.name.text } : null
}
