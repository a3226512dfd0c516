import ts from 'typescript'
import { isConstruction } from './constructed.js'
import type { Lookup, Substitution } from './expression.js'
import { withFacts } from './knowledge.js'
import { isStructural, returned } from './unwrap.js'

/** What a call of a small function returns, with its arguments for its parameters: `ok(data)` for `(data) => ({ data })`. */
export function followCall(call: ts.CallExpression, lookup: Lookup, checker: ts.TypeChecker): Substitution | undefined {
  const declaration = checker.getResolvedSignature(call)?.declaration
  if (declaration === undefined || declaration.type !== undefined) return undefined
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
  const expression = returned(declaration.body)
  if (expression === undefined || !(isStructural(expression) || isConstruction(expression, checker))) return undefined
  return {
    expression,
    lookup: withFacts((node) => argumentFor(node, declaration, call, lookup, checker), lookup.facts),
  }
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
