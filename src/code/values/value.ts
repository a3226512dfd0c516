import type ts from 'typescript'

/**
 * What an expression evaluates to, as far as reading the code can tell. Nothing is ever run: a call into another package
 * stays a `call` with its callee and its arguments, and what cannot be followed is `unknown` with the reason.
 */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined; readonly node: ts.Node }
  | { readonly kind: 'regexp'; readonly source: string; readonly node: ts.Node }
  | {
      readonly kind: 'array'
      readonly elements: readonly Reference[] /** No spread of something unknown. */
      readonly complete: boolean
      readonly node: ts.Node
    }
  | { readonly kind: 'object'; readonly node: ts.ObjectLiteralExpression; readonly scope: Scope }
  | {
      readonly kind: 'function'
      readonly node: ts.FunctionLikeDeclaration
      readonly scope: Scope
      readonly receiver?: Value
    }
  | { readonly kind: 'class'; readonly node: ts.ClassLikeDeclaration; readonly scope: Scope }
  | {
      readonly kind: 'instance'
      readonly class: ts.ClassLikeDeclaration
      readonly node: ts.Node
      readonly scope: Scope
    }
  | { readonly kind: 'enum'; readonly node: ts.EnumDeclaration }
  | { readonly kind: 'namespace'; readonly file: ts.SourceFile }
  /**
   * Something another package exports, by its module and the name it has there: `express`, `default`; `express`, `Router`
   * (also for `express.Router` of a default or namespace import); `zod`, `z.string` (of `import { z }`). The whole module is
   * `*`, and what the platform gives (`process.env.PORT`, `Object`) has the module `global`.
   */
  | { readonly kind: 'import'; readonly module: string; readonly name: string; readonly node: ts.Node }
  /** A call or `new` of something outside the project, by what was called. Its node is its identity, with its scope. */
  | {
      readonly kind: 'call'
      readonly callee: Value
      readonly method?: string
      readonly node: ts.CallExpression | ts.NewExpression
      readonly scope: Scope
    }
  /** A parameter with no call site in the project: somebody else's code calls the function and passes the value. */
  | {
      readonly kind: 'parameter'
      readonly node: ts.ParameterDeclaration
      readonly function: ts.FunctionLikeDeclaration
    }
  /** A member of something outside the project: what another package's object or function calls `name`. */
  | { readonly kind: 'member'; readonly object: Value; readonly name: string; readonly node: ts.Node }
  /** One of several, by a condition that is not known. */
  | { readonly kind: 'choice'; readonly options: readonly Value[] }
  | {
      readonly kind: 'unknown'
      readonly reason: string
      readonly node: ts.Node
      /** Of a text that holds a variable of the environment and is known but for that: its name, and the text behind it. */
      readonly environment?: { readonly name: string; readonly after: string }
    }

/** What parameters and loop variables stand for where an expression is read; the same code read twice has two scopes. */
export interface Scope {
  readonly bindings: ReadonlyMap<ts.Node, Reference | Value>
  readonly outer: Scope | null
  /** The function, class, loop or single expression whose code reads these bindings; absent for a whole module. */
  readonly owner?: ts.Node
}

/** An expression still to be evaluated, with the scope it belongs to. */
export interface Reference {
  readonly expression: ts.Expression
  readonly scope: Scope
}

/** The call, creation or turn of a loop that made a scope. */
export interface Origin {
  readonly site: ts.Node
  /** The scope that the site itself runs in; null where a container or nobody in the project makes it. */
  readonly scope: Scope | null
  /** Its place among the scopes of the same site: the turn of a loop. */
  readonly turn: number
}
