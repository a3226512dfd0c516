import ts from 'typescript'
import { walkBody } from './body.js'
import { join, joinAll } from './flow.js'
import type { Flow, Frame, Session, Tracked } from './session.js'
import { declarationOf, settled } from './syntax.js'
import { bindName } from './tracked.js'

/** Functions handed to code that is not followed may run: each is walked, once, from here. */
export function walkCallbacks(
  session: Session,
  frame: Frame,
  args: readonly ts.Expression[],
  flow: Flow | null,
  first: Tracked | null = null,
): Flow | null {
  const exits = args.flatMap((arg) => {
    const callback = callbackOf(session, frame, arg)
    if (callback === null || frame.stack.includes(callback)) return []
    const inner: Frame = {
      ...frame,
      function: callback,
      tracked: new Map(frame.tracked),
      stack: [...frame.stack, callback],
      depth: frame.depth + 1,
      exits: [],
      returning: false,
    }
    const parameter = callback.parameters[0]
    if (first !== null && parameter !== undefined) bindName(session, inner, parameter.name, parameter, first)
    return [walkBody(session, inner, callback, flow)]
  })
  return join(flow, joinAll(exits))
}

/** A function written in place, or a local one of the function that is being walked: only those can answer by closure. */
function callbackOf(session: Session, frame: Frame, arg: ts.Expression): ts.FunctionLikeDeclaration | null {
  const node = settled(arg)
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node
  if (!ts.isIdentifier(node)) return null
  const declaration = declarationOf(session.project.checker, node)
  if (declaration === null || !isInside(declaration, frame.stack)) return null
  if (ts.isFunctionDeclaration(declaration)) return declaration
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return null
  const value = settled(declaration.initializer)
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : null
}

function isInside(node: ts.Node, functions: readonly ts.Node[]): boolean {
  return functions.some((fn) => fn.pos <= node.pos && node.end <= fn.end && fn.getSourceFile() === node.getSourceFile())
}
