import ts from 'typescript'
import type { Project } from '../project.js'
import { moduleScope } from '../values/scope.js'
import type { Reference, Scope, Value } from '../values/value.js'
import type { Decoration, OwnDecoration } from './decoration.js'
import { metadataOf } from './metadata.js'
import { decoratingCalls } from './written.js'

const memory = new WeakMap<Project, Map<ts.Node, readonly (Decoration | OwnDecoration)[]>>()

/** Everything that decorates a class, a member or a parameter, top first; `applyDecorators` is spread out. */
export function decorationsOf(project: Project, node: ts.Node): readonly (Decoration | OwnDecoration)[] {
  const known = memory.get(project) ?? new Map<ts.Node, readonly (Decoration | OwnDecoration)[]>()
  memory.set(project, known)
  const done = known.get(node)
  if (done) return done
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
  const read = decorators.flatMap(({ expression }) => expand(project, { expression, scope: moduleScope }, expression))
  known.set(node, read)
  return read
}

/** Those decorations of a package's function with one of these names. */
export function decorated(project: Project, node: ts.Node, ...names: readonly string[]): readonly Decoration[] {
  return decorationsOf(project, node).filter(
    (one): one is Decoration => one.module !== null && names.includes(one.name),
  )
}

const deepest = 8

function expand(
  project: Project,
  reference: Reference,
  node: ts.Node,
  depth = 0,
): readonly (Decoration | OwnDecoration)[] {
  const { expression, scope } = reference
  const isSpread = ts.isSpreadElement(expression)
  const value = project.values.evaluate(isSpread ? { expression: expression.expression, scope } : reference)
  if (isSpread && value.kind === 'array' && value.complete)
    return value.elements.flatMap((element) => expand(project, element, node, depth))
  if (value.kind === 'import') return [{ module: value.module, name: value.name, args: [], node }]
  if (value.kind === 'function') return [{ module: null, value, node }, ...writtenOut(project, value, node, depth)]
  const made = madeBy(value)
  if (!made) return [{ module: null, value, node }]
  if (made.name === 'applyDecorators') return made.args.flatMap((argument) => expand(project, argument, node, depth))
  if (made.name === 'createParamDecorator' || made.module === '') return [{ module: null, value, node }]
  return [{ ...made, node }]
}

/** What a decorator that is written as a function does by calling others; they are applied from the bottom up. */
function writtenOut(
  project: Project,
  value: Extract<Value, { kind: 'function' }>,
  node: ts.Node,
  depth: number,
): readonly (Decoration | OwnDecoration)[] {
  return decoratingCalls(value)
    .flatMap(({ call, sure }): (Decoration | OwnDecoration)[] => {
      const named = metadataOf(project, call, value.scope, node)
      const found = named ?? expandCall(project, call, value.scope, node, depth)
      if (sure || found.every(({ module }) => module === 'class-validator')) return [...found]
      const reason = 'it decorates under a condition'
      return found.length === 0 ? [] : [{ module: null, value: { kind: 'unknown', reason, node: call }, node }]
    })
    .reverse()
}

function expandCall(
  project: Project,
  call: ts.CallExpression,
  scope: Scope,
  node: ts.Node,
  depth: number,
): readonly (Decoration | OwnDecoration)[] {
  const callee: Reference = { expression: call.expression, scope }
  const value = project.values.evaluate(callee)
  if (value.kind === 'import' && value.module === 'class-validator')
    return [{ module: value.module, name: value.name, args: argumentsOf(call, scope), node }]
  // What reads metadata, or is no decorator of a package at all, decorates nothing.
  if (value.kind === 'import' && value.module === 'global') return []
  if (value.kind === 'function' && depth >= deepest) return []
  return expand(project, callee, node, depth + 1)
}

/** What a value of another package was made by: the module and name of the function or class, and the arguments. */
export function madeBy(value: Value): Pick<Decoration, 'module' | 'name' | 'args'> | null {
  if (value.kind !== 'call' || value.callee.kind !== 'import') return null
  return {
    module: value.callee.module,
    name: value.method ?? value.callee.name,
    args: argumentsOf(value.node, value.scope),
  }
}

export function argumentsOf(node: ts.CallExpression | ts.NewExpression, scope: Scope): readonly Reference[] {
  return (node.arguments ?? []).map((expression) => ({ expression, scope }))
}

/** An argument as plain data; undefined where it is not there or not literal. */
export function plain(project: Project, reference: Reference | undefined): unknown {
  if (!reference) return undefined
  const data = project.values.literal(project.values.evaluate(reference))
  return data.known ? data.value : undefined
}

/** The values of an array, or the value itself. */
export function each(project: Project, value: Value): readonly Value[] {
  if (value.kind === 'choice') return value.options.flatMap((option) => each(project, option))
  if (value.kind !== 'array') return [value]
  return value.elements.flatMap((element) => each(project, project.values.evaluate(element)))
}

/** A member of an object literal; undefined where the object has none. */
export function member(project: Project, value: Value, name: string): Value | undefined {
  if (value.kind !== 'object') return undefined
  const found = project.values.property(value, name)
  return found.kind === 'literal' && found.value === undefined ? undefined : found
}

/** The instance methods of a class and of what it extends in the project, own ones first. */
export function* lineageOf(project: Project, node: ts.ClassLikeDeclaration): Iterable<ts.ClassLikeDeclaration> {
  const seen = new Set<ts.ClassLikeDeclaration>()
  for (let at: ts.ClassLikeDeclaration | undefined = node; at && !seen.has(at); at = baseOf(project, at)) {
    seen.add(at)
    yield at
  }
}

export function extended(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  const clause = node.heritageClauses?.find((one) => one.token === ts.SyntaxKind.ExtendsKeyword)
  return clause?.types[0]?.expression
}

function baseOf(project: Project, node: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const expression = extended(node)
  if (!expression) return undefined
  const value = project.values.evaluate({ expression, scope: moduleScope })
  return value.kind === 'class' ? value.node : undefined
}

/** A method by name, own or inherited. */
export function methodOf(
  project: Project,
  node: ts.ClassLikeDeclaration,
  name: string,
): ts.MethodDeclaration | undefined {
  for (const owner of lineageOf(project, node)) {
    for (const one of owner.members)
      if (ts.isMethodDeclaration(one) && one.body && one.name.getText() === name) return one
  }
  return undefined
}

/** The class that a value is, or is an instance of. */
export function classOf(value: Value): ts.ClassLikeDeclaration | undefined {
  if (value.kind === 'class') return value.node
  return value.kind === 'instance' ? value.class : undefined
}
