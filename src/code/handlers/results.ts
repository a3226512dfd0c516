import ts from 'typescript'
import { returnedIn } from '../program/returns-in.js'
import type { Reference } from '../values/value.js'
import { scopeOfCall } from './scopes.js'
import type { Frame, Session } from './session.js'
import { bodyOf, keyName, settled } from './syntax.js'
import { declaredTargets } from './targets.js'

/** More results than these are not told apart. */
const most = 8

const statusNames = new Set(['status', 'statusCode', 'code', 'httpStatus', 'httpStatusCode'])

/**
 * The objects of which a call of the project's own code gives one back, where each is written out and carries a status:
 * what stands together in one of them is sent together. Empty for anything else.
 */
export function resultsOf(session: Session, frame: Frame, expression: ts.Expression | undefined): readonly Reference[] {
  const call = expression === undefined ? null : settled(expression)
  if (call === null || !ts.isCallExpression(call)) return []
  const args = call.arguments.map((argument) => ({ expression: argument, scope: frame.scope }))
  const results = declaredTargets(session, frame, call.expression).functions.flatMap((target) => {
    const scope = scopeOfCall(target, args)
    return returnedIn(bodyOf(target.node))
      .flatMap(branchesOf)
      .map((each): Reference => ({ expression: each, scope }))
  })
  const isPlain = results.every((each) => carriesStatus(settled(each.expression)))
  return results.length > 1 && results.length <= most && isPlain ? results : []
}

function branchesOf(expression: ts.Expression): readonly ts.Expression[] {
  const node = settled(expression)
  return ts.isConditionalExpression(node) ? [...branchesOf(node.whenTrue), ...branchesOf(node.whenFalse)] : [node]
}

function carriesStatus(node: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(node) &&
    !node.properties.some(ts.isSpreadAssignment) &&
    node.properties.some(({ name }) => name !== undefined && statusNames.has(keyName(name) ?? ''))
  )
}
