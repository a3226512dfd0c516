import ts from 'typescript'
import { comparisonOf } from '../program/operators.js'
import { validators } from '../validators/index.js'
import type { Validator } from '../validators/validator.js'
import { caughtBy } from './caught.js'
import { classSymbolOf, isInstanceOf } from './error-classes.js'
import type { Caught, Frame, Session } from './session.js'
import { bare, isMember, memberName } from './syntax.js'

/** Whether an error of a class may come to a `catch`: somebody throws one in sight, nobody does, or it is not known. */
type Arrival = 'certain' | 'unknown' | 'never'

const catalogue: Readonly<Record<string, Validator>> = validators
const refusals: ReadonlySet<string> = new Set(Object.values(catalogue).flatMap(({ error }) => error ?? []))

/** Classes that anything may throw. */
const common = new Set(['Error', 'Object'])

/**
 * Whether the error that `x instanceof X` asks for may come to the `catch` that it stands in, or in a function that many ask, the
 * error of a database that `x.code === 'P2002'` names; null for another condition.
 */
export function arrivalOf(session: Session, frame: Frame, condition: ts.Expression): Arrival | null {
  const node = bare(condition)
  if (!ts.isBinaryExpression(node)) return null
  if (isNamedByCode(session, frame, node)) return 'unknown'
  if (node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return null
  const caught = caughtBy(session, frame, node.left)
  const wanted = classSymbolOf(session.project.checker, node.right)
  if (caught === null || caught.only !== null || wanted === null || common.has(wanted.name)) return null
  return arrivesAt(session, caught, wanted)
}

function isNamedByCode(session: Session, frame: Frame, comparison: ts.BinaryExpression): boolean {
  const node = bare(comparison.left)
  if (comparisonOf(comparison)?.same !== true || !isMember(node) || memberName(node) !== 'code') return false
  if (!ts.isStringLiteralLike(bare(comparison.right))) return false
  const caught = caughtBy(session, frame, node.expression)
  return caught !== null && caught.only === null && caught.handed === true
}

function arrivesAt(session: Session, caught: Caught, wanted: ts.Symbol): Arrival | null {
  const isRefusal = refusals.has(wanted.name) && !isOwn(wanted)
  const asked = caught.around || caught.handed
  if (!asked && !isRefusal) return null
  const told = caught.throws.map((thrown) => ({ thrown, is: isInstanceOf(session, thrown, wanted) }))
  if (told.some(({ thrown, is }) => is === true && !thrown.unsure)) return 'certain'
  if (told.some(({ is }) => is !== false)) return 'unknown'
  return asked && (isRefusal || isOwn(wanted)) ? 'never' : 'unknown'
}

function isOwn({ valueDeclaration }: ts.Symbol): boolean {
  return valueDeclaration !== undefined && !valueDeclaration.getSourceFile().isDeclarationFile
}
