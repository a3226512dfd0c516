import ts from 'typescript'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Route, Session } from './instance.js'

const places: Readonly<Record<string, InputPlace>> = {
  Params: 'path',
  Querystring: 'query',
  Headers: 'header',
  Body: 'body',
}

/** What the type argument of a registration declares of the places that no schema checks. */
export function genericDemands(session: Session, route: Route, checked: readonly Demand[]): readonly Demand[] {
  const { checker, types } = session.project
  const node = route.generic ?? handlerGeneric(session, route)
  if (node === null) return []
  return checker.getPropertiesOfType(checker.getTypeFromTypeNode(node)).flatMap((property) => {
    const place = places[property.name]
    if (place === undefined || checked.some((demand) => demand.place === place)) return []
    const type = checker.getTypeOfSymbolAtLocation(property, node)
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return []
    const declaration = property.declarations?.[0] ?? node
    const at = session.project.locate(declaration)
    return [{ place, schema: types.received(type, declaration), strength: 'declared', at } as const]
  })
}

/** `FastifyRequest<{ Body: X }>` on the handler's own parameter. */
function handlerGeneric(session: Session, route: Route): ts.TypeNode | null {
  if (route.handler === null) return null
  const value = session.project.values.evaluate(route.handler)
  const type = value.kind === 'function' ? value.node.parameters[0]?.type : undefined
  if (type === undefined || !ts.isTypeReferenceNode(type)) return null
  return type.typeName.getText().endsWith('Request') ? (type.typeArguments?.[0] ?? null) : null
}
