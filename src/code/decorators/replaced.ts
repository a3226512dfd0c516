import ts from 'typescript'
import type { Gap } from '../../model/endpoint.js'
import type { Project } from '../project.js'
import { reasonOf } from '../values/values.js'
import type { OwnDecoration } from './decoration.js'
import { decorationsOf } from './read-decorators.js'

/** What is not known of a method that a decorator of the project replaces by another function: `descriptor.value = …`. */
export function replacedBy(project: Project, method: ts.MethodDeclaration): readonly Gap[] {
  return decorationsOf(project, method).flatMap((one) => {
    if (one.module !== null || one.value.kind !== 'function' || !replaces(one.value.node)) return []
    return unknownBehind(project, one, 'replaces the method, which is not followed')
  })
}

/** What is not known of what a decorator stands over that could not be read: one of two, or one that a call computes. */
export function unreadOver(project: Project, node: ts.Node): readonly Gap[] {
  return decorationsOf(project, node).flatMap((one) => {
    if (one.module !== null) return []
    if (one.value.kind !== 'unknown' && one.value.kind !== 'choice' && one.value.kind !== 'parameter') return []
    return unknownBehind(project, one, `is not followed: ${reasonOf(one.value)}`)
  })
}

function unknownBehind(project: Project, { node }: OwnDecoration, what: string): readonly Gap[] {
  const reason = `the decorator \`${node.getText().slice(0, 60)}\` ${what}`
  const at = project.locate(node)
  return (['status', 'request', 'query', 'header'] as const).map((about): Gap => ({ about, reason, at }))
}

/** Whether a decorator writes the value of its third parameter. */
function replaces(decorator: ts.FunctionLikeDeclaration): boolean {
  const descriptor = decorator.parameters[2]?.name.getText()
  let found = false
  const search = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      found ||= node.left.getText() === `${descriptor}.value`
    if (!found) ts.forEachChild(node, search)
  }
  if (descriptor !== undefined) search(decorator)
  return found
}
