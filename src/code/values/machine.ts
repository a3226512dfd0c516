import type ts from 'typescript'
import type { Evaluator } from './evaluator.js'
import type { Origin, Reference, Scope, Value } from './value.js'

export type ClassValue = Extract<Value, { kind: 'class' }>
export type FunctionValue = Extract<Value, { kind: 'function' }>
export type InstanceValue = Extract<Value, { kind: 'instance' }>
export type ObjectValue = Extract<Value, { kind: 'object' }>
export type ArrayValue = Extract<Value, { kind: 'array' }>

export type CallLike = ts.CallExpression | ts.NewExpression

/** What the evaluator's own parts share. */
export interface Machine extends Evaluator {
  readonly checker: ts.TypeChecker
  readonly program: ts.Program
  readonly sites: Sites
  readonly frames: Frames
  /** Code of the project itself, as opposed to declarations and dependencies. */
  isOwn(file: ts.SourceFile): boolean
  /** The file that a module specifier leads to, where it is the project's own. */
  resolve(specifier: ts.Expression): ts.SourceFile | undefined
  /**
   * A call that the project's code does not spell out: a container that runs a factory, a getter. `site` is its identity;
   * without `args`, what it passes is not known. */
  apply(value: Value, args: readonly Reference[] | null, site: ts.Node): Value
  /** Runs a step that enters a function; past the bound of recursion it is `unknown`. */
  enter(declaration: ts.Node, step: () => Value): Value
}

/** Makes scopes; the same call in the same scope has the same one. */
export interface Frames {
  call(callee: FunctionValue, args: readonly Reference[] | null, site: ts.Node, siteScope: Scope): Scope
  instance(callee: ClassValue, args: readonly Reference[] | null, site: ts.Node, siteScope: Scope | null): InstanceValue
  /** The frame of a class further up the hierarchy of an instance. */
  base(instance: InstanceValue, derived: Scope, callee: ClassValue, args: readonly Reference[] | null): Scope
  /** One turn of a loop, or any other owner that sees a few bindings more. */
  turn(owner: ts.Node, outer: Scope, bindings: ReadonlyMap<ts.Node, Reference | Value>): Scope
  /** The arguments that the frame was made with; null where nobody in the project makes the call. */
  argumentsOf(frame: Scope): readonly Reference[] | null
  /** Where the frame was made, and which one it is among those of its site. */
  originOf(frame: Scope): Origin | null
}

/** Where names are called, created, assigned and renamed over the whole project. */
export interface Sites {
  calls(name: string): readonly ts.CallExpression[]
  creations(name: string): readonly ts.NewExpression[]
  /** `name = …` and `x.name = …`. */
  assignments(name: string): readonly ts.BinaryExpression[]
  /** Calls of a parameter, a loop variable or an element: they name nothing. */
  readonly indirect: readonly ts.CallExpression[]
  /** Where a name stands as an element, a member or an argument. */
  handed(name: string): readonly ts.Node[]
  /** Whether a whole module is handed on somewhere, as `Object.values(routes)` does with `import * as routes`. */
  readonly handsModules: boolean
  /** Object literals that say what a DI token stands for. */
  readonly providers: readonly ts.ObjectLiteralExpression[]
  /** Other names under which a declaration is called. */
  aliases(declaration: ts.Node, name: string | undefined): ReadonlySet<string>
}
