import ts from 'typescript'
import { returnStatementsIn } from '../../program/returns-in.js'
import type { Project } from '../../project.js'

/** Whether every way out of a handler is a throw: it has no reachable end, and whatever it returns is `never`. */
export function onlyThrows(project: Project, handler: ts.MethodDeclaration): boolean {
  const { body } = handler
  if (!body || handler.asteriskToken) return false
  if (!returnStatementsIn(body).every(({ expression }) => expression !== undefined && isNever(project, expression)))
    return false
  return (handler.flags & ts.NodeFlags.HasImplicitReturn) === 0 || body.statements.some((one) => leaves(project, one))
}

/** A statement that calls what is declared never to come back. */
function leaves(project: Project, statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && isNever(project, statement.expression)
}

function isNever({ checker }: Project, expression: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(expression)
  const isReturned = ts.isReturnStatement(expression.parent)
  return (((isReturned && checker.getAwaitedType(type)) || type).flags & ts.TypeFlags.Never) !== 0
}
