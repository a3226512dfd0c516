import ts from 'typescript'

/** The fields that a call asks for by name; those that are only perhaps asked for are not among them. */
export type Columns = ReadonlySet<string>

const ordering = /order|sort|group|by$/i

/**
 * The fields that a call names of what it gives: `rows.find(id, ['id', 'name'])`, where the parameter takes a list of the names of
 * every field of the result. Null where the call names none, so that all are given.
 */
export function columnsOf(call: ts.CallExpression, checker: ts.TypeChecker): Columns | null {
  const signature = checker.getResolvedSignature(call)
  const row = signature === undefined ? undefined : rowOf(signature.getReturnType(), checker)
  const fields = row?.getProperties().map(({ name }) => name) ?? []
  if (signature === undefined || fields.length < 2 || fields.length > 300) return null
  for (const [index, parameter] of signature.parameters.entries()) {
    const type = checker.getTypeOfSymbolAtLocation(parameter, call)
    const argument = call.arguments[index] ?? defaultOf(parameter)
    if (argument === undefined) continue
    if (takesNames(type, fields, parameter.name, checker)) return named(argument, fields, checker)
    const option = ts.isObjectLiteralExpression(argument) ? optionOf(argument, type, fields, checker) : undefined
    if (option !== undefined) return named(option, fields, checker)
  }
  return null
}

/** `{ select: ['id', 'name'] }` among the options of a call. */
function optionOf(
  options: ts.ObjectLiteralExpression,
  declared: ts.Type,
  fields: readonly string[],
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property)) continue
    const symbol = checker.getNonNullableType(declared).getProperty(property.name.getText())
    const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol)
    if (type !== undefined && takesNames(type, fields, property.name.getText(), checker)) return property.initializer
  }
  return undefined
}

/** Whether a list of the names of all fields may stand there, and is no order to sort by. */
function takesNames(type: ts.Type, fields: readonly string[], name: string, checker: ts.TypeChecker): boolean {
  if (ordering.test(name)) return false
  const lists = partsOf(type).filter((part) => checker.isArrayLikeType(part))
  const names = new Set(lists.flatMap((list) => namesIn(list, checker)))
  return fields.every((field) => names.has(field))
}

function namesIn(list: ts.Type, checker: ts.TypeChecker): readonly string[] {
  const item = checker.getIndexTypeOfType(list, ts.IndexKind.Number)
  return item === undefined ? [] : partsOf(item).flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
}

/** The names that are surely in what is handed over; null for a word that is no field, such as `'*'`. */
function named(given: ts.Expression, fields: readonly string[], checker: ts.TypeChecker): Columns | null {
  const elements = ts.isArrayLiteralExpression(given) ? given.elements : null
  const type = checker.getTypeAtLocation(given)
  const isNothing = (type.flags & ts.TypeFlags.Undefined) !== 0
  if (isNothing || (type.isStringLiteral() && !fields.includes(type.value))) return null
  const types = elements?.map((each) => checker.getTypeAtLocation(each)) ?? [type]
  return new Set(types.flatMap((each) => (each.isStringLiteral() ? [each.value] : [])))
}

function defaultOf(parameter: ts.Symbol): ts.Expression | undefined {
  const declaration = parameter.valueDeclaration
  return declaration !== undefined && ts.isParameter(declaration) ? declaration.initializer : undefined
}

/** The object, or the items of the list, that a call or its promise gives. */
function rowOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const settled = checker.getNonNullableType(checker.getAwaitedType(type) ?? type)
  const item = checker.isArrayType(settled) ? checker.getIndexTypeOfType(settled, ts.IndexKind.Number) : settled
  const isObject = item !== undefined && (item.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0
  return isObject ? item : undefined
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type]
}
