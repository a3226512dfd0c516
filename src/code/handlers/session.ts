import type ts from 'typescript'
import type { Header } from '../../model/endpoint.js'
import type { Project } from '../project.js'
import type { Facts } from '../types/expressions/facts.js'
import type { Reference, Scope } from '../values/value.js'
import type { Dialect, Role } from './dialect.js'
import type { Answer, Demand, Draft, InputPlace, InputRead, Patch, Statuses, Thrown, Trace } from './exchange.js'

/** What a variable of the code under reading is known to hold. */
export type Tracked =
  | { readonly kind: 'role'; readonly role: Role }
  /** A part of the request: `path` leads from the input down; `mediaType` where the way it is read settles it. */
  | {
      readonly kind: 'input'
      readonly place: InputPlace
      readonly path: readonly string[]
      readonly mediaType?: string
    }
  | { readonly kind: 'caught'; readonly caught: Caught }
  /** An object that the code itself puts such parts into: `handler({ request, body })`. */
  | { readonly kind: 'bundle'; readonly parts: ReadonlyMap<string, Tracked> }

/** What a `catch` or an error handler may be handed. */
export interface Caught {
  /** The errors that are known to arrive; others may. */
  readonly throws: readonly Thrown[]
  /** Classes that an earlier `instanceof` has already answered. */
  readonly excluded: ts.Symbol[]
  /** What is tried was handed in: the `catch` stands around many functions, and may name errors that none of this one's code throws. */
  readonly around?: true
  /** It was handed to a function, which may answer for many others what none of this one's code throws. */
  readonly handed?: true
  /** Exactly one error is being followed through: conditions on it are decided. */
  readonly only: Thrown | null
}

/** What has been said of the answer to come. */
export interface Said {
  readonly statuses: Statuses
  readonly mediaType: string | null
  readonly headers: readonly Header[]
  /** Where answers are sent only at the end: how it is put together so far. */
  readonly draft?: Draft
  /** Its status is one of several that this expression may have, which all lead on from here. */
  readonly oneOf?: ts.Expression
}

/** One way on which a point of the code is reached. */
export interface Way {
  readonly said: Said
  /** What the conditions on the way say. */
  readonly facts: Facts
  /** What variables were given last, and what constants stand for that one of several results is put into. */
  readonly values: ReadonlyMap<ts.Node, Reference>
  /** Why it is not known whether any request takes it. */
  readonly doubt?: string
}

/** All ways on which one point of the code is reached; null stands for a point that is never reached, or where the answer is sent. */
export interface Flow {
  readonly ways: readonly Way[]
}

/** One function being walked. */
export interface Frame {
  readonly function: ts.SignatureDeclaration | null
  readonly tracked: Map<ts.Node, Tracked>
  readonly scope: Scope
  /** The object whose method it is, as the call names it. */
  readonly self?: ts.Expression
  /** The way on which an expression is looked at, where that matters. */
  readonly way?: Way
  readonly depth: number
  /** The functions that are being walked around this one; a call back into one of them is not walked again. */
  readonly stack: readonly ts.Node[]
  /** The states in which the function returns. */
  readonly exits: (Flow | null)[]
  /** Where errors go: out of the function, or to the `catch` around. */
  readonly throws: Thrown[]
  /** What it returns is the answer, where the dialect makes answers. */
  readonly returning: boolean
  /** What the author declares every JSON answer to be. */
  readonly declared: ts.Type | null
}

/** What is shared while the functions of one handler are walked. */
export interface Session {
  readonly project: Project
  readonly dialect: Dialect
  readonly answers: Answer[]
  readonly reads: InputRead[]
  readonly demands: Demand[]
  readonly gaps: Trace['gaps'][number][]
  readonly unseen: { readonly reason: string; readonly at: Answer['at'] }[]
  readonly passes: ts.Node[]
  readonly patches: Patch[]
  /** What was set where it passes on. */
  readonly onward: Draft[]
  /** What a `catch` throws for the error that is being followed. */
  readonly rethrown: Set<Thrown>
  /** Every name that holds something tracked somewhere: a cheap first question. */
  readonly names: Set<string>
  /** Whether what others have said of the answer before is known: it is not where an error handler may be handed any error. */
  readonly begins: 'known' | 'unknown'
  /** How many more nodes may be looked at. */
  budget: number
  readonly walk: Walk
}

/** The walker's own parts, handed down so that no file imports its caller. */
export interface Walk {
  expression(session: Session, frame: Frame, expression: ts.Expression, flow: Flow | null): Flow | null
  statements(session: Session, frame: Frame, statements: readonly ts.Statement[], flow: Flow | null): Flow | null
  call(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): Flow | null
  /** An expression that the handler gives back for its answer, where the dialect makes answers. */
  answer(session: Session, frame: Frame, value: ts.Expression, flow: Flow | null): Flow | null
}
