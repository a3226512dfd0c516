import ts from 'typescript'
import { caughtBy } from './caught.js'
import { errorType, isPlatformError, lineage } from './error-classes.js'
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
  const { checker } = session.project
  const told = packageTold(callee.module, callee.name.split('.').at(-1) ?? '')
  if (told !== null) {
    if (told === 'http-errors' && isHttpError(session, only)) return true
    if (only.library !== undefined) return told === only.library.module
    if (isOfPlatform(session, only) || createdByHttpErrors(session.project, only, 'status') !== null) return false
  }
  const signature = checker.getResolvedSignature(call)
  const wanted = signature === undefined ? undefined : checker.getTypePredicateOfSignature(signature)?.type
  return wanted === undefined || !lacksFieldsOf(session, only, wanted) ? null : false
}

/** What packages ask of an error, and whose errors alone answer yes. */
const questions: Readonly<Record<string, string>> = {
  isHttpError: 'http-errors',
  isCelebrateError: 'celebrate',
  isError: 'joi',
  isBoom: 'boom',
  isAxiosError: 'axios',
}

function packageTold(module: string, name: string): string | null {
  const asked = Object.hasOwn(questions, name) ? (questions[name] ?? null) : null
  return asked !== null && module.split('/').at(-1) === asked ? asked : null
}

/** `new Error(…)`: nobody's brand is on it. */
function isOfPlatform({ project }: Session, thrown: Thrown): boolean {
  const type = errorType(project, thrown)
  return type !== null && lineage(project.checker, type).every((each) => isPlatformError(each.name))
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
