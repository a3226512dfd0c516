import ts from 'typescript'
import { caughtBy } from './caught.js'
import { errorType, lineage } from './error-classes.js'
import { createdByHttpErrors } from './error-status.js'
import type { Thrown } from './exchange.js'
import type { Frame, Session } from './session.js'
import { settled } from './syntax.js'

/** Whether another package's question about the one error that is followed holds: `isHttpError(err)`; null where that is not known. */
export function decideByGuard(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const call = settled(condition)
  if (!ts.isCallExpression(call)) return null
  const [argument] = call.arguments
  const only = argument === undefined ? null : (caughtBy(session, frame, argument)?.only ?? null)
  if (only === null) return null
  const callee = session.project.values.evaluate({ expression: call.expression, scope: frame.scope })
  if (callee.kind !== 'import') return null
  const isOfHttpErrors = callee.module === 'http-errors' && callee.name.split('.').at(-1) === 'isHttpError'
  if (isOfHttpErrors && isHttpError(session, only)) return true
  const { checker } = session.project
  const signature = checker.getResolvedSignature(call)
  const wanted = signature === undefined ? undefined : checker.getTypePredicateOfSignature(signature)?.type
  return wanted === undefined || !lacksFieldsOf(session, only, wanted) ? null : false
}

function isHttpError({ project }: Session, thrown: Thrown): boolean {
  if (thrown.library !== undefined) return thrown.library.module === 'http-errors'
  if (createdByHttpErrors(project, thrown, 'status') !== null) return true
  const type = errorType(project, thrown)
  return type !== null && lineage(project.checker, type).some(({ name }) => name === 'HttpError')
}

/** Whether the error is of a class of the project without a field that errors of the wanted type always have. */
function lacksFieldsOf({ project }: Session, thrown: Thrown, wanted: ts.Type): boolean {
  const type = errorType(project, thrown)
  const { checker } = project
  if (type === null || type.symbol?.valueDeclaration?.getSourceFile().isDeclarationFile !== false) return false
  return checker
    .getPropertiesOfType(wanted)
    .some(
      (field) => !(field.flags & ts.SymbolFlags.Optional) && checker.getPropertyOfType(type, field.name) === undefined,
    )
}
