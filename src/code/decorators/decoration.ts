import type ts from 'typescript'
import type { Reference, Value } from '../values/value.js'

/** One decorator as another package's function knows it: own helpers around it are already looked through. */
export interface Decoration {
  readonly module: string
  readonly name: string
  readonly args: readonly Reference[]
  readonly node: ts.Node
}

/** A decorator that the project's own code makes, such as `createParamDecorator(…)`, or that could not be followed. */
export interface OwnDecoration {
  readonly module: null
  readonly value: Value
  readonly node: ts.Node
}
