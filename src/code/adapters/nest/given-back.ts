import ts from 'typescript'
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
  const expressions = returnsOf(fn)
  const found = expressions.flatMap((expression): readonly ts.Type[] => {
    const type = unwrap(checker.getTypeAtLocation(expression))
    if (!saysNothing(type)) return [type]
    const target = depth < deepest ? calledBy(project, expression) : null
    return target ? typesGivenBack(project, target, unwrap, depth + 1) : [type]
  })
  return endsWithout(fn) ? [...found, checker.getVoidType()] : found
}

function returnsOf(fn: ts.SignatureDeclaration): readonly ts.Expression[] {
  if (ts.isArrowFunction(fn) && !ts.isBlock(fn.body)) return [fn.body]
  const found: ts.Expression[] = []
  const search = (node: ts.Node): void => {
    if (node !== fn && (ts.isFunctionLike(node) || ts.isClassLike(node))) return
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression)
    ts.forEachChild(node, search)
  }
  search(fn)
  return found
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
