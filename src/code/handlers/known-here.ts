import ts from 'typescript'
import { holds, isNullish } from '../types/expressions/conditions.js'
import type { Lookup, Substitution } from '../types/expressions/expression.js'
import { withFacts } from '../types/expressions/knowledge.js'
import { destructured } from '../types/expressions/subjects.js'
import { writtenIn } from '../values/literals.js'
import type { Reference, Scope } from '../values/value.js'
import { boundTo, isBound } from './scopes.js'
import type { Frame, Session, Way } from './session.js'
import { declarationOf, isMember, keyName, memberName, settled } from './syntax.js'

/** What the names in sight stand for on the way that is looked at, and what is known of values there. */
export function lookupHere({ project: { checker } }: Session, { scope, way }: Frame): Lookup {
  return lookupIn(checker, scope, way)
}

/**
 * The parameters of followed helpers stand for the argument, as it is written where the helper is called; variables for what
 * they were given last.
 */
function lookupIn(checker: ts.TypeChecker, scope: Scope, way: Way | undefined): Lookup {
  const substitution = ({ expression, scope: where }: Reference): Substitution => {
    return { expression, lookup: lookupIn(checker, where, way) }
  }
  const lookup: Lookup = (identifier) => {
    const declaration = declarationOf(checker, identifier)
    if (declaration === null) return undefined
    const given = way === undefined ? undefined : givenTo(declaration, way)
    if (given !== undefined) return given.expression === identifier ? undefined : substitution(given)
    const bound = boundTo(scope, declaration)
    if (bound !== null) return substitution(bound)
    // An argument that a followed call leaves out is the parameter's default.
    const isLeftOut = ts.isParameter(declaration) && scope.owner === declaration.parent && !isBound(scope, declaration)
    const held = isLeftOut ? declaration.initializer : chosenConstant(declaration, here, checker)
    return held === undefined ? undefined : { expression: held, lookup: here }
  }
  const here = withFacts(lookup, way?.facts)
  return here
}

/** What a constant holds that is one of two things by a condition which is decided on this way. */
function chosenConstant(
  declaration: ts.Declaration,
  lookup: Lookup,
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  if (lookup.facts === undefined || !ts.isVariableDeclaration(declaration)) return undefined
  const { initializer, parent } = declaration
  if (initializer === undefined || (parent.flags & ts.NodeFlags.Const) === 0) return undefined
  const node = settled(initializer)
  if (ts.isConditionalExpression(node)) return holds(node.condition, lookup, checker) === null ? undefined : node
  if (!ts.isBinaryExpression(node)) return undefined
  const { left, operatorToken } = node
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return isNullish(left, lookup, checker) === null ? undefined : node
  return operatorToken.kind !== ts.SyntaxKind.BarBarToken || holds(left, lookup, checker) === null ? undefined : node
}

/** What a name was given last: itself, or the object that it is taken out of. */
function givenTo(declaration: ts.Declaration, { values }: Way): Reference | undefined {
  if (values.size === 0) return undefined
  const own = values.get(declaration)
  if (own !== undefined || !ts.isBindingElement(declaration)) return own
  const from = destructured(declaration)
  const object = from === null ? undefined : values.get(declaration.parent.parent)
  return from === null || object === undefined ? undefined : fieldOf(object, from.name)
}

/** What stands under a name of an object literal; undefined where another may stand over it. */
function fieldOf({ expression, scope }: Reference, name: string): Reference | undefined {
  const literal = settled(expression)
  if (!ts.isObjectLiteralExpression(literal) || literal.properties.some(ts.isSpreadAssignment)) return undefined
  for (const property of literal.properties) {
    if (property.name === undefined || keyName(property.name) !== name) continue
    const expression = writtenIn(property)
    if (expression !== null) return { expression, scope }
  }
  return undefined
}

/** What a name or a field was given on the way that is looked at; null where that is not known. */
export function givenHere(session: Session, frame: Frame, expression: ts.Expression): Reference | null {
  const { way } = frame
  if (way === undefined || way.values.size === 0) return null
  const node = settled(expression)
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(session.project.checker, node)
    const given = declaration === null ? undefined : givenTo(declaration, way)
    return given === undefined || given.expression === node ? null : given
  }
  const name = isMember(node) ? memberName(node) : null
  if (!isMember(node) || name === null) return null
  const object = givenHere(session, frame, node.expression)
  return object === null ? null : (fieldOf(object, name) ?? null)
}
