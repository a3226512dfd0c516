import ts from 'typescript'
import { isConstruction } from './constructed.js'
import type { Lookup, Substitution } from './expression.js'
import { noFacts } from './facts.js'
import { withFacts } from './knowledge.js'
import { returnsOf } from './returns.js'
import { isStructural, returned } from './unwrap.js'

/** What a call of a small function returns, with its arguments for its parameters: `ok(data)` for `(data) => ({ data })`. */
export function followCall(call: ts.CallExpression, lookup: Lookup, checker: ts.TypeChecker): Substitution | undefined {
  const declaration = followed(call, checker)
  const expression = declaration === undefined ? undefined : returned(declaration.body)
  if (declaration === undefined || expression === undefined || !isWritten(expression, checker)) return undefined
  return { expression, lookup: withFacts(argumentsOf(declaration, call, lookup, checker), lookup.facts) }
}

/** More values than these are not told apart. */
const mostReturns = 12

/**
 * The values of which a call of a small function returns one, each where the conditions lead to it: of an error's body by the
 * kind of the error. Undefined where they are not all written out.
 */
export function followReturns(
  call: ts.CallExpression,
  lookup: Lookup,
  checker: ts.TypeChecker,
): readonly Substitution[] | undefined {
  const declaration = followed(call, checker)
  if (declaration?.body === undefined || !ts.isBlock(declaration.body)) return undefined
  const names = argumentsOf(declaration, call, lookup, checker)
  const course = returnsOf(declaration.body, names, lookup.facts ?? noFacts, checker)
  if (course === null || course.returns.length === 0 || course.returns.length > mostReturns) return undefined
  if (!course.returns.every(({ expression }) => isWritten(expression, checker))) return undefined
  if (course.on !== null && mayEnd(call, checker)) return undefined
  return course.returns.map(({ expression, facts }) => ({ expression, lookup: withFacts(names, facts) }))
}

/** Whether the compiler takes it for possible that a function comes to its end without a value. */
function mayEnd(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(call)
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Void
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & nothing) !== 0)
}

const isWritten = (expression: ts.Expression, checker: ts.TypeChecker): boolean =>
  isStructural(expression) || isConstruction(expression, checker)

/** Whether a declared type says what is returned: one of several, as `Result<T>` is, tells less than the literal that is. */
function isTold(type: ts.TypeNode | undefined, checker: ts.TypeChecker): boolean {
  if (type === undefined) return false
  const declared = checker.getTypeFromTypeNode(type)
  return !declared.isUnion() || declared.types.some(({ flags }) => (flags & ts.TypeFlags.Object) === 0)
}

/** The function that is called, where nobody has declared what it returns. */
function followed(call: ts.CallExpression, checker: ts.TypeChecker) {
  const declaration = checker.getResolvedSignature(call)?.declaration
  if (declaration === undefined) return undefined
  const isFunction =
    ts.isArrowFunction(declaration) ||
    ts.isFunctionExpression(declaration) ||
    ts.isFunctionDeclaration(declaration) ||
    ts.isMethodDeclaration(declaration)
  if (
    !isFunction ||
    declaration.asteriskToken !== undefined ||
    ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Async
  )
    return undefined
  return isTold(declaration.type, checker) ? undefined : declaration
}

function argumentsOf(
  declaration: ts.SignatureDeclaration,
  call: ts.CallExpression,
  lookup: Lookup,
  checker: ts.TypeChecker,
): Lookup {
  return (node) => argumentFor(node, declaration, call, lookup, checker)
}

function argumentFor(
  node: ts.Identifier,
  declaration: ts.SignatureDeclaration,
  call: ts.CallExpression,
  lookup: Lookup,
  checker: ts.TypeChecker,
): Substitution | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  const index = declaration.parameters.findIndex((candidate) => symbol?.declarations?.includes(candidate))
  const parameter = declaration.parameters[index]
  if (parameter === undefined || parameter.dotDotDotToken !== undefined) return undefined
  if (call.arguments.slice(0, index + 1).some(ts.isSpreadElement)) return undefined
  const argument = call.arguments[index]
  if (argument !== undefined) return { expression: argument, lookup }
  return parameter.initializer === undefined
    ? undefined
    : { expression: parameter.initializer, lookup: () => undefined }
}
