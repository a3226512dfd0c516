import ts from 'typescript'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, memberName, settled } from './syntax.js'

/**
 * What a field of an object was constructed with: `response.status` of `const response = new Failure(error.status, …)` is
 * `error.status`. Null where the field is not plainly one of the arguments.
 */
export function constructedWith(session: Session, frame: Frame, expression: ts.Expression): ts.Expression | null {
  const node = settled(expression)
  const name = isMember(node) ? memberName(node) : null
  if (!isMember(node) || name === null) return null
  const { checker } = session.project
  const object = settled(node.expression)
  const declaration = ts.isIdentifier(object) ? declarationOf(checker, object) : null
  const isLocal =
    declaration !== null && declaration.getSourceFile() === object.getSourceFile() && isWithin(declaration, frame)
  const made =
    declaration === null
      ? object
      : isLocal && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
        ? settled(declaration.initializer)
        : null
  if (made === null || !ts.isNewExpression(made)) return null
  const type = checker.getTypeAtLocation(made)
  return argumentFor(checker, type, made.arguments ?? [], name)
}

function isWithin(declaration: ts.Node, { function: around }: Frame): boolean {
  return around !== null && around.pos <= declaration.pos && declaration.end <= around.end
}

/** The argument that a constructor puts into the field, itself or by the one that it extends. */
function argumentFor(
  checker: ts.TypeChecker,
  type: ts.Type,
  args: readonly ts.Expression[],
  field: string,
): ts.Expression | null {
  const declaration = type.symbol?.valueDeclaration
  if (declaration === undefined || !ts.isClassLike(declaration)) return null
  const made = declaration.members.find(ts.isConstructorDeclaration)
  const base = type.isClassOrInterface() ? checker.getBaseTypes(type)[0] : undefined
  if (made?.body === undefined) return base === undefined ? null : argumentFor(checker, base, args, field)
  const parameterAt = (name: string) =>
    made.parameters.findIndex((each) => ts.isIdentifier(each.name) && each.name.text === name)
  const own = made.parameters.findIndex(
    (each) => ts.isParameterPropertyDeclaration(each, made) && each.name.getText() === field,
  )
  if (own >= 0) return args[own] ?? null
  for (const statement of made.body.statements) {
    if (!ts.isExpressionStatement(statement)) continue
    const { expression } = statement
    if (ts.isBinaryExpression(expression) && expression.left.getText() === `this.${field}`) {
      return ts.isIdentifier(expression.right) ? (args[parameterAt(expression.right.text)] ?? null) : null
    }
    const isSuper = ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword
    if (isSuper && base !== undefined) {
      const handed = expression.arguments.map((each) =>
        ts.isIdentifier(each) ? (args[parameterAt(each.text)] ?? each) : each,
      )
      const found = argumentFor(checker, base, handed, field)
      if (found !== null) return found
    }
  }
  return null
}
