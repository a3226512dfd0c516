import ts from 'typescript'
import { fieldsOf } from './assembly/fields.js'
import type { Demand } from './exchange.js'
import { declared } from './given.js'
import { demandCasts, demandType, readInput } from './inputs.js'
import type { Flow, Frame, Session, Tracked } from './session.js'
import { keyName, settled } from './syntax.js'
import { bindName, trackedOf } from './tracked.js'

/** `const x: T = …`: a name for a part of the request or response, a declared type, or plain code. */
export function walkInitializer(
  session: Session,
  frame: Frame,
  declaration: ts.VariableDeclaration,
  flow: Flow | null,
): Flow | null {
  const { initializer, name } = declaration
  if (initializer === undefined) return declared(session, frame, declaration, flow)
  const tracked = trackedOf(session, frame, initializer)
  if (tracked === null)
    return declared(session, frame, declaration, session.walk.expression(session, frame, initializer, flow))
  const told = session.demands.length
  if (tracked.kind === 'input') demandCasts(session, tracked, initializer)
  if (tracked.kind === 'input' && declaration.type !== undefined) {
    demandType(session, tracked, session.project.checker.getTypeFromTypeNode(declaration.type), declaration.type)
  }
  const taken = takenBy(declaration)
  if (taken !== null) session.demands.push(...session.demands.splice(told).map((each) => only(session, each, taken)))
  if (tracked.kind === 'input' && tracked.path.length > 0) readInput(session, tracked, initializer)
  for (const { part, element, rest } of bindName(session, frame, name, declaration, tracked)) {
    if (part.kind === 'input' && !isRenamed(part, element, declaration)) readInput(session, part, element)
    if (!rest && element.initializer !== undefined) session.walk.expression(session, frame, element.initializer, flow)
  }
  return tracked.kind === 'role' ? session.walk.expression(session, frame, initializer, flow) : flow
}

/** `const { query } = ctx` only gives the whole another name; what is done with that is read where it is done. */
function isRenamed(
  { path }: Extract<Tracked, { kind: 'input' }>,
  element: ts.BindingElement,
  declaration: ts.VariableDeclaration,
): boolean {
  return path.length === 0 && declaration.type === undefined && element.dotDotDotToken === undefined
}

/** The fields that `const { a, b }: T = await request.json()` takes: nobody reads the others, whatever T names. */
function takenBy({ name, initializer }: ts.VariableDeclaration): ReadonlySet<string> | null {
  if (initializer === undefined || !ts.isObjectBindingPattern(name)) return null
  // What is no call, as `req.body`, may be read elsewhere too.
  if (!ts.isCallExpression(settled(initializer))) return null
  const names = name.elements.map((element) => {
    if (element.dotDotDotToken !== undefined) return null
    if (element.propertyName !== undefined) return keyName(element.propertyName)
    return ts.isIdentifier(element.name) ? element.name.text : null
  })
  const known = names.filter((each) => each !== null)
  return known.length === names.length ? new Set(known) : null
}

function only(session: Session, demand: Demand, names: ReadonlySet<string>): Demand {
  const known = fieldsOf(demand.schema, session.project.types.schemas)
  if (demand.strength !== 'declared' || known === null || known.open) return demand
  const { inexact, at } = demand.schema
  const fields = known.fields.filter(({ name }) => names.has(name))
  return {
    ...demand,
    schema: {
      type: ['object'],
      properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
      required: fields.flatMap(({ name, required }) => (required ? [name] : [])),
      ...(inexact === undefined ? {} : { inexact }),
      ...(at === undefined ? {} : { at }),
    },
  }
}
