import ts from 'typescript'
import type { TypeSource } from './context.js'
import { imported } from './imported.js'

/**
 * What the `transformer` of a column gives, where that is not what the property is declared to be:
 * `@CreateDateColumn({ transformer: { to, from: (value: Date) => value.getTime() } }) createdAt: Date`.
 * `unknown` where its type does not say; null where there is none, or both agree.
 */
export function transformed(
  declaration: ts.Declaration,
  declared: ts.Type,
  source: TypeSource,
): ts.Type | 'unknown' | null {
  const option = transformerOf(declaration, source)
  if (option === null) return null
  const { checker } = source
  const from = checker.getTypeAtLocation(option).getProperty('from')
  const [signature] = from === undefined ? [] : checker.getTypeOfSymbolAtLocation(from, option).getCallSignatures()
  if (signature === undefined || signature.getTypeParameters() !== undefined) return 'unknown'
  const type = checker.getReturnTypeOfSignature(signature)
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'unknown'
  const agrees = checker.isTypeAssignableTo(type, declared) && checker.isTypeAssignableTo(declared, type)
  return agrees ? null : type
}

function transformerOf(declaration: ts.Declaration, source: TypeSource): ts.Expression | null {
  if (!ts.canHaveDecorators(declaration)) return null
  for (const { expression } of ts.getDecorators(declaration) ?? []) {
    if (!ts.isCallExpression(expression) || imported(expression.expression, source)?.module !== 'typeorm') continue
    for (const argument of expression.arguments) {
      const option = ts.isObjectLiteralExpression(argument)
        ? argument.properties.find((one) => one.name?.getText() === 'transformer')
        : undefined
      if (option !== undefined && ts.isPropertyAssignment(option)) return option.initializer
      if (option !== undefined && ts.isShorthandPropertyAssignment(option)) return option.name
    }
  }
  return null
}
