import type ts from 'typescript'
import type { Project } from '../project.js'
import { walkBody } from './body.js'
import type { Thrown } from './exchange.js'
import { freshSession } from './fresh-session.js'
import { type FunctionValue, scopeOfCall } from './scopes.js'
import type { Frame, Session } from './session.js'

/** How far into services errors are looked for. */
const deepest = 6
const perFunction = 4000

interface Known {
  readonly depth: number
  readonly throws: readonly Thrown[]
}

const memory = new WeakMap<Project, Map<ts.Node, Known>>()

/** The errors that leave a function of the project that sees nothing of the exchange. Read once for each function. */
export function throwsOf(session: Session, frame: Frame, target: FunctionValue): readonly Thrown[] {
  const seen = memory.get(session.project) ?? new Map<ts.Node, Known>()
  memory.set(session.project, seen)
  const depth = frame.tracked.size > 0 ? 0 : frame.depth + 1
  const known = seen.get(target.node)
  if (known !== undefined && known.depth <= depth) return known.throws
  const at = session.project.locate(target.node)
  if (depth > deepest) return [{ error: null, at }]
  const throws: Thrown[] = []
  // A function that comes back to itself throws nothing more by that.
  seen.set(target.node, { depth, throws: [] })
  const quiet = freshSession(session, perFunction)
  const inner: Frame = {
    function: target.node,
    tracked: new Map(),
    scope: scopeOfCall(target, []),
    depth,
    stack: [target.node],
    exits: [],
    throws,
    returning: false,
    declared: null,
  }
  walkBody(quiet, inner, target.node, null)
  if (quiet.budget < 0) throws.push({ error: null, at })
  const distinct = [...new Set(throws)]
  seen.set(target.node, { depth, throws: distinct })
  return distinct
}
