import ts from 'typescript'
import { bodyOf } from '../../handlers/syntax.js'
import { returnedIn } from '../../program/returns-in.js'
import type { Project } from '../../project.js'

const deepest = 6
const silentAbout = ts.TypeFlags.Any | ts.TypeFlags.Unknown

/** Whether a type says nothing of the value: `any`, `unknown`. */
export function saysNothing(type: ts.Type): boolean {
  return (type.flags & silentAbout) !== 0
}

/**
 * The types of what a function gives back where its declared result is `any`: those of its `return`s, and through calls
 * of the project's own functions those of theirs. One that stays `any` is among them.
 */
export function typesGivenBack(
  project: Project,
  fn: ts.SignatureDeclaration,
  unwrap: (type: ts.Type) => ts.Type,
  depth = 0,
): readonly ts.Type[] {
  const { checker } = project
  if (!('body' in fn) || !fn.body) return [checker.getAnyType()]
  const found = returnedIn(fn.body).flatMap((expression): readonly ts.Type[] => {
    const type = unwrap(checker.getTypeAtLocation(expression))
    if (!saysNothing(type)) return [type]
    const target = depth < deepest ? calledBy(project, expression) : null
    return target ? typesGivenBack(project, target, unwrap, depth + 1) : [type]
  })
  return endsWithout(fn) ? [...found, checker.getVoidType()] : found
}

/**
 * What a function gives back where that holds more than its declared result lists: a type says what a caller may rely on,
 * not all that is sent. Null where the declaration says as much.
 */
export function richerThanDeclared(
  project: Project,
  fn: ts.SignatureDeclaration,
  declared: ts.Type,
  unwrap: (type: ts.Type) => ts.Type,
): readonly ts.Type[] | null {
  const given = writtenTypes(project, fn, unwrap, 0)
  if (given.length === 0 || given.some((type) => !isWhole(project, type, 0))) return null
  return given.some((type) => holdsMore(project, type, declared, 0)) ? given : null
}

/** The types of the returned expressions, through calls down to where a value is written. */
function writtenTypes(
  project: Project,
  fn: ts.SignatureDeclaration,
  unwrap: (type: ts.Type) => ts.Type,
  depth: number,
): readonly ts.Type[] {
  return returnedIn(bodyOf(fn)).flatMap((expression): readonly ts.Type[] => {
    const target = depth < deepest ? calledBy(project, expression) : null
    if (target && 'body' in target && target.body && target.type && !target.typeParameters)
      return writtenTypes(project, target, unwrap, depth + 1)
    return [unwrap(project.checker.getTypeAtLocation(expression))]
  })
}

/** Objects and lists of them all the way down that the checker knows every property of. */
function isWhole(project: Project, type: ts.Type, depth: number): boolean {
  if (saysNothing(type)) return false
  const element = elementOf(project, type)
  if (element) return depth < deepest && isWhole(project, element, depth + 1)
  return (type.flags & ts.TypeFlags.Object) !== 0
}

function holdsMore(project: Project, given: ts.Type, declared: ts.Type, depth: number): boolean {
  const { checker } = project
  if (given === declared || depth > 3) return false
  const [element, promised] = [elementOf(project, given), elementOf(project, declared)]
  if (element && promised) return holdsMore(project, element, promised, depth + 1)
  const both = ts.TypeFlags.Object
  if (element || promised || !(given.flags & both) || !(declared.flags & both)) return false
  if (checker.getIndexInfosOfType(declared).length > 0) return false
  return checker.getPropertiesOfType(given).some((property) => {
    if (property.flags & ts.SymbolFlags.Method) return false
    const other = declared.getProperty(property.name)
    if (!other || (isOptional(other) && !isOptional(property))) return true
    return holdsMore(project, checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(other), depth + 1)
  })
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0
}

function elementOf({ checker }: Project, type: ts.Type): ts.Type | undefined {
  // Only a reference type has arguments; a list is one.
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined
}

/** Whether the function may come to its end without a `return` that has a value. */
function endsWithout(fn: ts.SignatureDeclaration): boolean {
  if (!('body' in fn) || !fn.body || !ts.isBlock(fn.body)) return false
  const { statements } = fn.body
  const last = statements.at(-1)
  return last === undefined || !(ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isTryStatement(last))
}

function calledBy(project: Project, expression: ts.Expression): ts.SignatureDeclaration | null {
  const bare =
    ts.isAwaitExpression(expression) || ts.isParenthesizedExpression(expression) ? expression.expression : expression
  if (!ts.isCallExpression(bare)) return null
  const declaration = project.checker.getResolvedSignature(bare)?.declaration
  return declaration && !ts.isJSDocSignature(declaration) && !declaration.getSourceFile().isDeclarationFile
    ? declaration
    : null
}
