import { type BaseType, type EnumValue, UnionType } from 'ts-json-schema-generator'
import ts from 'typescript'
import type { Conversion } from './context.js'
import { literalOf } from './primitives.js'
import { literalSet } from './unions.js'
import { InexactType } from './wire-types.js'

const wide = ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.Boolean | ts.TypeFlags.EnumLike

/** Adds the literal that an object literal holds in this property to the primitive that inference has widened it to. */
export function withWidenedLiteral(
  type: ts.Type,
  property: ts.Symbol,
  read: BaseType,
  conversion: Conversion,
): BaseType {
  if (!(type.flags & wide) || literalOf(type, conversion.checker) !== undefined) return read
  const values = writtenValues(property, conversion.checker)
  if (values === undefined) return read
  const shown = values.map((value) => JSON.stringify(value)).join(', ')
  const reason = `inference widened ${shown} to \`${conversion.checker.typeToString(type)}\``
  return new UnionType([literalSet(values), new InexactType(reason, read instanceof InexactType ? read.bound : read)])
}

function writtenValues(property: ts.Symbol, checker: ts.TypeChecker): readonly EnumValue[] | undefined {
  const { valueDeclaration } = property
  if (valueDeclaration === undefined) return undefined
  if (ts.isShorthandPropertyAssignment(valueDeclaration)) {
    const value = checker.getShorthandAssignmentValueSymbol(valueDeclaration)
    return value === undefined ? undefined : valuesOf(checker.getTypeOfSymbol(value), checker)
  }
  if (!ts.isPropertyAssignment(valueDeclaration) || !isPlain(valueDeclaration.initializer)) return undefined
  return valuesOf(checker.getTypeAtLocation(valueDeclaration.initializer), checker)
}

function valuesOf(type: ts.Type, checker: ts.TypeChecker): readonly EnumValue[] | undefined {
  const members = type.isUnion() ? type.types : [type]
  // A `boolean` that is no literal says no more than the property's own type.
  if (type.flags & ts.TypeFlags.Boolean || type.flags & ts.TypeFlags.Enum) return undefined
  const values = members.map((member) => literalOf(member, checker))
  return values.every((value) => value !== undefined) ? values : undefined
}

/** The expressions whose literal type costs nothing to ask for. */
function isPlain(expression: ts.Expression): boolean {
  if (ts.isLiteralExpression(expression) || ts.isIdentifier(expression)) return true
  if (expression.kind === ts.SyntaxKind.TrueKeyword || expression.kind === ts.SyntaxKind.FalseKeyword) return true
  if (ts.isPropertyAccessExpression(expression)) return isPlain(expression.expression)
  if (ts.isPrefixUnaryExpression(expression)) return isPlain(expression.operand)
  if (ts.isParenthesizedExpression(expression)) return isPlain(expression.expression)
  return ts.isConditionalExpression(expression) && isPlain(expression.whenTrue) && isPlain(expression.whenFalse)
}
