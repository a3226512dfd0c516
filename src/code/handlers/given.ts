import ts from 'typescript'
import { numberOf } from '../node-numbers.js'
import { contains } from '../program/contains.js'
import { assignedIn } from '../types/expressions/steady.js'
import { subjectOf } from '../types/expressions/subjects.js'
import { unwrapAll } from '../types/expressions/unwrap.js'
import type { Reference } from '../values/value.js'
import { leadOn } from './flow.js'
import { lookupHere } from './known-here.js'
import { resultsOf } from './results.js'
import type { Flow, Frame, Session, Way } from './session.js'
import { declarationOf } from './syntax.js'

/** A variable is declared: what was known of it on an earlier run through this line holds no more. */
export function declared(
  session: Session,
  frame: Frame,
  declaration: ts.VariableDeclaration,
  flow: Flow | null,
): Flow | null {
  const { initializer, name } = declaration
  const isVariable = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0
  const value: Reference | null =
    isVariable && initializer !== undefined && ts.isIdentifier(name)
      ? { expression: initializer, scope: frame.scope }
      : null
  const results = isVariable || flow === null ? [] : resultsOf(session, frame, initializer)
  return leadOn(flow, (way) => {
    const anew = unknownAgain(way, [declaration, ...namesOf(name)])
    if (results.length > 0) return results.map((result) => withValue(anew, declaration, result))
    return [value === null && !anew.values.has(declaration) ? anew : withValue(anew, declaration, value)]
  })
}

/** `x = value`: what the variable was given last on each way. */
export function given(
  session: Session,
  frame: Frame,
  target: ts.Identifier,
  value: ts.Expression,
  flow: Flow | null,
): Flow | null {
  const declaration = declarationOf(session.project.checker, target)
  if (declaration === null || !ts.isVariableDeclaration(declaration) || !isAround(frame, declaration)) return flow
  const isPlain = !mentions(value, target.text)
  const reference = isPlain ? { expression: value, scope: frame.scope } : null
  return leadOn(flow, (way) => [withValue(unknownAgain(way, [unwrapAll(value)]), declaration, reference)])
}

/** `object.field = value`: what was known of its fields holds no more. */
export function changed(session: Session, frame: Frame, target: ts.Expression, flow: Flow | null): Flow | null {
  const object =
    ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target) ? target.expression : null
  if (object === null || flow === null) return flow
  if (flow.ways.every(({ facts, values }) => facts.size === 0 && values.size === 0)) return flow
  const root = rootOf(object)
  const declaration = root === null ? null : declarationOf(session.project.checker, root)
  return leadOn(flow, (each) => {
    const way = declaration !== null && each.values.has(declaration) ? withValue(each, declaration, null) : each
    const subject = subjectOf(object, lookupHere(session, { ...frame, way }), session.project.checker)
    if (subject === null) return [way]
    const kept = [...way.facts].filter(([name]) => !name.startsWith(`${subject}.`))
    return [kept.length === way.facts.size ? way : { ...way, facts: new Map(kept) }]
  })
}

/** Code that may run any number of times, or not to its end: what it gives to variables is not known. */
export function forgotten(flow: Flow | null, code: ts.Node): Flow | null {
  if (flow === null || flow.ways.every(({ values }) => values.size === 0)) return flow
  const names = assignedIn(code)
  return leadOn(flow, (way) => {
    const kept = [...way.values].filter(([declaration]) => {
      return !(ts.isVariableDeclaration(declaration) && names.has(declaration.name.getText()))
    })
    return [kept.length === way.values.size ? way : { ...way, values: new Map(kept) }]
  })
}

function rootOf(expression: ts.Expression): ts.Identifier | null {
  const node = unwrapAll(expression)
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression)
  return ts.isIdentifier(node) ? node : null
}

function withValue(way: Way, declaration: ts.Node, value: Reference | null): Way {
  const values = new Map(way.values)
  if (value === null) values.delete(declaration)
  else values.set(declaration, value)
  return { ...way, values }
}

/** The way without what it knows of these nodes. */
function unknownAgain(way: Way, nodes: readonly ts.Node[]): Way {
  if (way.facts.size === 0) return way
  const names = new RegExp(nodes.map((node) => `[#@]${numberOf(node)}(?!\\d)`).join('|'))
  const kept = [...way.facts].filter(([subject]) => !names.test(subject))
  return kept.length === way.facts.size ? way : { ...way, facts: new Map(kept) }
}

function namesOf(name: ts.BindingName): readonly ts.Node[] {
  if (ts.isIdentifier(name)) return []
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? [element, ...namesOf(element.name)] : []))
}

/** Whether the variable is one of the functions that are being walked. */
function isAround({ stack }: Frame, declaration: ts.VariableDeclaration): boolean {
  const file = declaration.getSourceFile()
  return stack.some((fn) => fn.pos <= declaration.pos && declaration.end <= fn.end && fn.getSourceFile() === file)
}

const mentions = (code: ts.Node, name: string): boolean =>
  contains(code, (node) => ts.isIdentifier(node) && node.text === name)
