import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { writtenIn } from '../values/literals.js'
import type { Frame, Session, Tracked } from './session.js'
import { declarationOf, keyName, settled } from './syntax.js'
import { memberOf, trackedOf } from './tracked.js'

type Input = Extract<Tracked, { kind: 'input' }>

/** Which share of what is checked a part of the request gives. */
export type Share =
  | { readonly kind: 'whole' }
  | { readonly kind: 'member'; readonly name: string }
  /** All but what others give in its place (`taken`); what others give where it has none (`lent`) it need not have. */
  | { readonly kind: 'rest'; readonly taken: ReadonlySet<string>; readonly lent: ReadonlySet<string> }
  /** Others may give any of it. */
  | { readonly kind: 'mixed' }

export interface Handed {
  readonly parts: readonly { readonly input: Input; readonly share: Share }[]
  /** What else is put into it, which is read for itself. */
  readonly others: readonly ts.Expression[]
}

/** The parts of the request in an argument: one of them, the request itself, or an object that puts several together. */
export function handedParts(session: Session, frame: Frame, argument: ts.Expression): Handed {
  const tracked = trackedOf(session, frame, argument)
  if (tracked?.kind === 'input') return { parts: [{ input: tracked, share: { kind: 'whole' } }], others: [] }
  if (tracked?.kind === 'role' && (tracked.role === 'request' || tracked.role === 'context')) {
    const parts = ['body', 'query', 'params', 'headers', 'cookies'].flatMap((name) => {
      const input = memberOf(session.dialect, tracked, name)
      return input?.kind === 'input' ? [{ input, share: { kind: 'member', name } } as const] : []
    })
    return { parts, others: [] }
  }
  const elements = elementsOf(session, frame, argument)
  return elements === null ? { parts: [], others: [] } : sharedOut(session, elements)
}

/** What is put into an object, in order: `name` null for all that the value holds. */
interface Element {
  readonly name: string | null
  readonly value: ts.Expression
  readonly input: Input | null
}

function elementsOf(session: Session, frame: Frame, expression: ts.Expression): readonly Element[] | null {
  const node = copied(session, settled(expression))
  const element = (name: string | null, value: ts.Expression): Element => {
    const tracked = trackedOf(session, frame, value)
    return { name, value, input: tracked?.kind === 'input' ? tracked : null }
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Object.assign')
    return node.arguments.flatMap((each) => elementsOf(session, frame, each) ?? [element(null, each)])
  if (!ts.isObjectLiteralExpression(node)) return null
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property))
      return elementsOf(session, frame, property.expression) ?? [element(null, property.expression)]
    const value = writtenIn(property)
    return value === null ? [] : [element(property.name === undefined ? null : keyName(property.name), value)]
  })
}

/** What a constant was made of that nobody changes afterwards; any other expression itself. */
function copied({ project }: Session, node: ts.Expression): ts.Expression {
  if (!ts.isIdentifier(node)) return node
  const declaration = declarationOf(project.checker, node)
  if (declaration === null || !isConstant(declaration)) return node
  const around = ts.findAncestor(declaration, ts.isFunctionLike)
  return around !== undefined && !isChanged(around, node.text) ? settled(declaration.initializer) : node
}

/** Whether a member of what the name holds is given a value or deleted: `input.id = id`. */
function isChanged(around: ts.Node, name: string): boolean {
  return new RegExp(`(^|[^\\w$.])${name.replaceAll('$', '\\$')}(\\.|\\[)[^=;\\n]*=[^=>]|delete ${name}\\b`).test(
    around.getText(),
  )
}

/** What each part gives of an object that the elements make in this order. */
function sharedOut(session: Session, written: readonly Element[]): Handed {
  const elements = written.flatMap((each) => namedBy(session, each))
  const spread = elements.filter(({ name }) => name === null)
  const isMixed = spread.length > 1
  const parts = elements.flatMap(({ name, input }, index): Handed['parts'] => {
    if (input === null) return []
    const after = elements.slice(index + 1)
    if (name !== null) {
      const isOverwritten = after.some((each) => each.name === null || each.name === name)
      return isOverwritten ? [] : [{ input, share: { kind: 'member', name } }]
    }
    if (isMixed) return [{ input, share: { kind: 'mixed' } }]
    return [{ input, share: { kind: 'rest', taken: names(after), lent: names(elements.slice(0, index)) } }]
  })
  return { parts, others: written.flatMap(({ value, input }) => (input === null ? [value] : [])) }
}

const names = (elements: readonly Element[]): ReadonlySet<string> =>
  new Set(elements.flatMap(({ name }) => (name === null ? [] : [name])))

/** All that a value holds, by name where its names are known: the parameters of the route, or the properties of its type. */
function namedBy(session: Session, element: Element): readonly Element[] {
  const { name, value, input } = element
  if (name !== null) return [element]
  if (input?.place === 'path' && input.path.length === 0) {
    const { route } = session.dialect
    if (route === undefined) return [element]
    return [...(route.whole ?? route.path).matchAll(/\{\*?(\w+)\}/g)].map(([, each = '']) => {
      return { name: each, value, input: { ...input, path: [each] } }
    })
  }
  if (input !== null) return [element]
  const { checker } = session.project
  const type = checker.getTypeAtLocation(value)
  const properties = checker.getPropertiesOfType(type)
  const isListed = (type.flags & ts.TypeFlags.Object) !== 0 && checker.getIndexInfosOfType(type).length === 0
  const isSure = properties.every(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
  return isListed && isSure ? properties.map((each) => ({ name: each.name, value, input: null })) : [element]
}
