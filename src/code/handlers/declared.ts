import ts from 'typescript'
import { isUnknown } from '../types/unknown.js'
import type { Demand, InputPlace } from './exchange.js'
import { saysNothing } from './inputs.js'
import type { Frame, Session } from './session.js'

const inputs: readonly (readonly [string, InputPlace])[] = [
  ['params', 'path'],
  ['query', 'query'],
  ['body', 'body'],
]

/** What the types of the parameters declare: the request's parts, through `Request<…>`, `RequestHandler<…>` or an alias of either. */
export function declaredDemands(session: Session, request: ts.ParameterDeclaration): readonly Demand[] {
  const { checker, types } = session.project
  if (isGuessed(checker, request)) return []
  const type = checker.getTypeAtLocation(request)
  return inputs.flatMap(([member, place]) => {
    const property = checker.getPropertyOfType(type, member)
    if (property === undefined) return []
    const declared = checker.getTypeOfSymbolAtLocation(property, request)
    if (saysNothing(checker, declared)) return []
    const schema = types.received(declared, request)
    return [{ place, schema, strength: 'declared', at: session.project.locate(request.type ?? request) }]
  })
}

const contextInputs: readonly (readonly [readonly string[], InputPlace])[] = [
  [['params'], 'path'],
  [['query'], 'query'],
  [['request', 'query'], 'query'],
  [['request', 'body'], 'body'],
]

/** What the type of a context declares of the request: `Context & { request: { body: NewPet } }`. */
export function declaredContext(session: Session, context: ts.ParameterDeclaration): readonly Demand[] {
  const { checker, types } = session.project
  if (isGuessed(checker, context)) return []
  return contextInputs.flatMap(([names, place]): readonly Demand[] => {
    const declared = names.reduce<ts.Type | null>((type, name) => {
      const property = type === null ? undefined : checker.getPropertyOfType(type, name)
      if (property === undefined) return null
      const given = checker.getTypeOfSymbolAtLocation(property, context)
      return name === 'body' && isOfPackage(checker, property, given) ? null : given
    }, checker.getTypeAtLocation(context))
    if (declared === null || saysNothing(checker, declared)) return []
    const schema = types.received(declared, context)
    // What stays open, as in a factory of middleware, does not say that there is a body.
    if (isUnknown(schema)) return []
    return [{ place, schema, strength: 'declared', at: session.project.locate(context.type ?? context) }]
  })
}

/** A package that parses bodies says of all of them what they may be: nobody has said what this one is. */
function isOfPackage(checker: ts.TypeChecker, property: ts.Symbol, given: ts.Type): boolean {
  const written = (type: ts.Type) => checker.getNonNullableType(type)
  return (property.declarations ?? []).some(
    (each) =>
      ts.isPropertySignature(each) &&
      each.type !== undefined &&
      /\/node_modules\//.test(each.getSourceFile().fileName) &&
      written(given) === written(checker.getTypeFromTypeNode(each.type)),
  )
}

/** What the response's type declares every JSON answer to be: the parameter of its `json`. */
export function declaredResponse(session: Session, response: ts.ParameterDeclaration): Frame['declared'] {
  const { checker } = session.project
  const json = checker.getPropertyOfType(checker.getTypeAtLocation(response), 'json')
  if (json === undefined) return null
  const [signature] = checker.getTypeOfSymbolAtLocation(json, response).getCallSignatures()
  const [body] = signature?.getParameters() ?? []
  if (body === undefined) return null
  const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(body, response))
  return type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) ? null : type
}

/** What the function declares to give back, where that is the answer. */
export function declaredResult(
  { project: { checker }, dialect }: Session,
  handler: ts.SignatureDeclaration,
): Frame['declared'] {
  if (dialect.returned === undefined || handler.type === undefined) return null
  const type = checker.getTypeFromTypeNode(handler.type)
  return checker.getNonNullableType(checker.getAwaitedType(type) ?? type)
}

/**
 * The handler stands in `router.post<Path, Body>(…)` with a type that the compiler does not find, such as one of a file that is
 * yet to be generated: which overload was chosen, and so what the parameters are, is chance.
 */
function isGuessed(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  const call = parameter.parent.parent
  if (parameter.type !== undefined || !ts.isCallExpression(call)) return false
  return (call.typeArguments ?? []).some((each) => {
    const isAny = (checker.getTypeFromTypeNode(each).flags & ts.TypeFlags.Any) !== 0
    return isAny && each.kind !== ts.SyntaxKind.AnyKeyword
  })
}
