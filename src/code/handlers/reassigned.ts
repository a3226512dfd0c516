import ts from 'typescript'
import { contains } from '../program/contains.js'
import { isAssignment } from '../program/operators.js'

/** Whether a function gives one of its parameters another value; true of a parameter without a name of its own. */
export function isReassigned({ name, parent }: ts.ParameterDeclaration): boolean {
  if (!ts.isIdentifier(name) || !('body' in parent) || parent.body === undefined) return true
  return contains(
    parent.body,
    (node) =>
      ts.isBinaryExpression(node) && isAssignment(node) && ts.isIdentifier(node.left) && node.left.text === name.text,
  )
}
