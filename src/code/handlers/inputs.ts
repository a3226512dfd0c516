import ts from 'typescript'
import type { Demand } from './exchange.js'
import { lookedFor } from './looked-for.js'
import { underPath } from './paths.js'
import type { Session, Tracked } from './session.js'

type Input = Extract<Tracked, { kind: 'input' }>

/** Notes that the code reads this part of the request. The name of a method or of `length` is not a field. */
export function readInput(session: Session, input: Input, node: ts.Node): void {
  const at = session.project.locate(node)
  const schema = declaredSchema(session, node)
  session.reads.push({ place: input.place, path: input.path, schema, at, ...mediaTypeOf(input) })
}

function mediaTypeOf({ mediaType }: Input): { readonly mediaType?: string } {
  return mediaType === undefined ? {} : { mediaType }
}

/** What the code says the value is: the type of the expression, where it says something. */
function declaredSchema(session: Session, node: ts.Node): Session['reads'][number]['schema'] {
  const { checker, types } = session.project
  if (ts.isBindingElement(node) && node.dotDotDotToken !== undefined) return null
  const type = checker.getTypeAtLocation(ts.isBindingElement(node) ? node.name : node)
  return saysNothing(checker, type) ? null : types.received(type, node)
}

const asserted = 'the code takes fields of no type and checks them itself'

/** A type that the handler's code puts on its input, other than the handler's own signature. */
function isAsserted(node: ts.Node): boolean {
  const { parent } = node
  return (
    ts.isTypeNode(node) &&
    (ts.isAsExpression(parent) ||
      ts.isTypeAssertionExpression(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isCallExpression(parent))
  )
}

/** An optional field of no type is one that the code looks at itself: it may well refuse to do without. */
function hasUnchecked(checker: ts.TypeChecker, type: ts.Type): boolean {
  const arms = type.isUnion() ? type.types : [type]
  const isUnchecked = (field: ts.Symbol) =>
    (field.flags & ts.SymbolFlags.Optional) !== 0 &&
    (checker.getTypeOfSymbol(field).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
  return arms.some((arm) => checker.getPropertiesOfType(arm).some(isUnchecked))
}

/** Notes what the code declares this part of the request to be. */
export function demandType(
  session: Session,
  input: Input,
  type: ts.Type,
  node: ts.Node,
  strength: Demand['strength'] = strengthOf(input),
): void {
  const { checker, types } = session.project
  if (saysNothing(checker, type)) return
  const received = types.received(type, node)
  const unsure = isAsserted(node) && hasUnchecked(checker, type)
  const said = isAsserted(node) ? lookedFor(received, types.schemas, node) : received
  const known = unsure ? { ...said, inexact: said.inexact ?? asserted } : said
  const schema = underPath(input.path, known)
  const at = session.project.locate(node)
  session.demands.push({ place: input.place, schema, strength, at, ...mediaTypeOf(input) })
}

/** Notes what the casts around a part of the request declare it to be. */
export function demandCasts(session: Session, input: Input, expression: ts.Expression): boolean {
  let current = expression
  let found = false
  while (true) {
    if (ts.isAsExpression(current) || ts.isTypeAssertionExpression(current)) {
      const type = session.project.checker.getTypeFromTypeNode(current.type)
      if (!saysNothing(session.project.checker, type)) found = true
      demandType(session, input, type, current.type)
      current = current.expression
    } else if (
      ts.isParenthesizedExpression(current) ||
      ts.isNonNullExpression(current) ||
      ts.isSatisfiesExpression(current) ||
      ts.isAwaitExpression(current)
    ) {
      current = current.expression
    } else if (ts.isBinaryExpression(current)) {
      current = current.left
    } else if (ts.isCallExpression(current) && current.typeArguments?.[0] !== undefined) {
      // `request.json<Pet>()`, `readBody<Pet>(event)`.
      const [written] = current.typeArguments
      const type = session.project.checker.getTypeFromTypeNode(written)
      demandType(session, input, type, written)
      return found || !saysNothing(session.project.checker, type)
    } else {
      return found
    }
  }
}

/** A type of one field says nothing of the fields beside it. */
function strengthOf(input: Input): Demand['strength'] {
  return input.path.length === 0 ? 'declared' : 'field'
}

const EMPTY_NAMES = new Set(['ParsedQs', 'ParsedUrlQuery', 'ParamsDictionary', 'IncomingHttpHeaders', 'ReadableStream'])

/** Types that a framework puts where the author declared nothing. */
export function saysNothing(checker: ts.TypeChecker, type: ts.Type): boolean {
  const nothing =
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Void | ts.TypeFlags.Undefined
  if (type.flags & (nothing | ts.TypeFlags.Null | ts.TypeFlags.TypeParameter)) return true
  const name = type.aliasSymbol?.name ?? type.symbol?.name
  if (name !== undefined && EMPTY_NAMES.has(name)) return true
  if (type.flags & ts.TypeFlags.NonPrimitive) return true
  if (type.isUnion()) return type.types.every((arm) => saysNothing(checker, arm)) || type.types.some(isParsedQuery)
  return isOpenRecord(checker, type)
}

/** The arms that the query parser's own type has: `string | string[] | ParsedQs | ParsedQs[]`. */
function isParsedQuery(type: ts.Type): boolean {
  return type.symbol?.name === 'ParsedQs'
}

/** `{}`, and an index of anything: no field is named. */
function isOpenRecord(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (!(type.flags & ts.TypeFlags.Object) || checker.getPropertiesOfType(type).length > 0) return false
  if (type.getCallSignatures().length > 0 || checker.isArrayLikeType(type)) return false
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String)
  if (index === undefined || (index.type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true
  return index.type.isUnion() && isAnyQuery(checker, index.type)
}

/** `string | string[]` under any name: what a query parser gives for each field. */
function isAnyQuery(checker: ts.TypeChecker, { types }: ts.UnionType): boolean {
  return (
    types.some((arm) => checker.isArrayType(arm)) &&
    types.some((arm) => (arm.flags & ts.TypeFlags.String) !== 0) &&
    types.every((arm) => checker.isArrayType(arm) || arm.flags & (ts.TypeFlags.String | ts.TypeFlags.Undefined))
  )
}
