import ts from 'typescript'
import type { Value } from '../values/value.js'
import { isOwnName } from './own-names.js'
import { memberByRoute } from './route-members.js'
import type { FunctionValue } from './scopes.js'
import type { Frame, Session } from './session.js'
import { bodyOf, declarationOf, settled } from './syntax.js'

/** What a call calls: the project's functions, or why there are none to follow. */
export interface Targets {
  readonly functions: readonly FunctionValue[]
  /** Code of the project that has no body in sight: an interface's method, a function that is handed in. */
  readonly hidden: boolean
  /** A function that an object or a parameter of the project holds, and of which it is not known which it is. */
  readonly held?: true
  readonly value: Value | null
}

/** The functions that a callee stands for, through parameters, factories and instances. */
export function targetsOf(session: Session, frame: Frame, callee: ts.Expression): Targets {
  const value =
    memberByRoute(session, frame, callee) ?? session.project.values.evaluate({ expression: callee, scope: frame.scope })
  const functions = functionsIn(value)
  return functions.length > 0 ? { functions, hidden: false, value } : declaredTargets(session, frame, callee, value)
}

/** The same by declarations alone: cheap enough for all that a service calls. */
export function declaredTargets(
  session: Session,
  frame: Frame,
  callee: ts.Expression,
  value: Value | null = null,
): Targets {
  const named = calledName(settled(callee))
  if (named !== null && isMemberName(named) && !isOwnName(session.project, named.text))
    return { functions: [], hidden: false, value }
  const direct = declaredFunction(session, callee)
  if (direct !== null)
    return { functions: [{ kind: 'function', node: direct, scope: frame.scope }], hidden: false, value }
  const name = calledName(settled(callee))
  const declaration = name === null ? null : declarationOf(session.project.checker, name)
  const own = declaration !== null && isProjectCode(session, declaration)
  return {
    functions: [],
    hidden:
      own && (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration) || isOverload(declaration)),
    ...(own && holdsFunction(declaration) ? { held: true as const } : {}),
    value,
  }
}

/** One of several signatures of a function: which way through its body a call takes, the call alone tells. */
function isOverload(declaration: ts.Declaration): boolean {
  if (!ts.isFunctionDeclaration(declaration) || declaration.body !== undefined) return false
  return !declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword)
}

function holdsFunction(declaration: ts.Declaration): boolean {
  return ts.isPropertySignature(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration)
}

/** Whether a name is handed in or computed, so that only its value says what it calls. */
export function isHandedIn(session: Session, callee: ts.Expression): boolean {
  const node = settled(callee)
  if (!ts.isIdentifier(node)) return ts.isCallExpression(node)
  const declaration = declarationOf(session.project.checker, node)
  return declaration !== null && (ts.isParameter(declaration) || ts.isBindingElement(declaration))
}

export function functionsIn(value: Value): readonly FunctionValue[] {
  if (value.kind === 'function') return bodyOf(value.node) === null ? [] : [value]
  return value.kind === 'choice' ? value.options.flatMap(functionsIn) : []
}

function declaredFunction(session: Session, callee: ts.Expression): ts.FunctionLikeDeclaration | null {
  const node = settled(callee)
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node
  const name = calledName(node)
  const declaration = name === null ? null : declarationOf(session.project.checker, name)
  if (declaration === null || !isProjectCode(session, declaration)) return null
  const written = writtenFunction(session.project.checker, declaration)
  return written !== null && bodyOf(written) !== null ? written : null
}

function writtenFunction(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
  depth = 0,
): ts.FunctionLikeDeclaration | null {
  if (ts.isShorthandPropertyAssignment(declaration)) return namedFunction(checker, declaration.name, depth)
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return declaration
  const holds =
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration)
  if (!holds || declaration.initializer === undefined) return null
  const value = settled(declaration.initializer)
  if (ts.isIdentifier(value) && ts.isPropertyAssignment(declaration)) return namedFunction(checker, value, depth)
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : null
}

/** `const service = { find, remove: removeOne }`: the function that goes by the name. */
function namedFunction(checker: ts.TypeChecker, name: ts.Identifier, depth: number): ts.FunctionLikeDeclaration | null {
  const declaration = declarationOf(checker, name)
  const isOwn = declaration !== null && !declaration.getSourceFile().isDeclarationFile
  return isOwn && depth < 4 ? writtenFunction(checker, declaration, depth + 1) : null
}

function isProjectCode(session: Session, node: ts.Node): boolean {
  const file = node.getSourceFile()
  return !file.isDeclarationFile && !session.project.program.isSourceFileFromExternalLibrary(file)
}

function isMemberName(name: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(name.parent)
}

function calledName(node: ts.Expression): ts.Identifier | null {
  if (ts.isIdentifier(node)) return node
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name) ? node.name : null
}
