import ts from 'typescript'
import type { Response } from '../../model/endpoint.js'
import { isAssignment } from '../program/operators.js'
import type { Patch } from './exchange.js'
import type { Session } from './session.js'
import { isMember, settled } from './syntax.js'

/** `res.json = (body) => …`: what the code puts in the place of a method that answers; null where it only hands on what it gets. */
export function patchOf(session: Session, target: ts.Expression, value: ts.Expression): Patch | null {
  const own = settled(value)
  if (!ts.isArrowFunction(own) && !ts.isFunctionExpression(own)) {
    // `res.json = original` undoes it.
    return ts.isCallExpression(own) ? patch(session, target, value) : null
  }
  return handsOn(own) ? null : patch(session, target, value)
}

function patch({ project }: Session, target: ts.Expression, value: ts.Expression): Patch {
  const reason = `\`${target.getText()}\` is replaced by a function that is not followed`
  return { reason, at: project.locate(target), changesStatus: /\bstatus(Code)?\b\s*[(=]/.test(value.getText()) }
}

/** Whether everything that the function does with what it gets leaves it as it is: it is read, and handed on whole. */
function handsOn({ parameters, body }: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const [first] = parameters
  if (first === undefined) return /\barguments\b/.test(body.getText())
  if (!ts.isIdentifier(first.name)) return false
  const name = first.name.text
  let isHanded = false
  let isKept = true
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node) && rootOf(node.left) === name) isKept = false
    if (ts.isCallExpression(node) && isOriginal(node.expression)) {
      const args = node.arguments.map((each) => settled(ts.isSpreadElement(each) ? each.expression : each))
      if (args.some((each) => ts.isIdentifier(each) && (each.text === name || each.text === 'arguments')))
        isHanded = true
      else isKept = false
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
  return isHanded && isKept
}

/** By its name: the method as it was before, however it is called. */
function isOriginal(callee: ts.Expression): boolean {
  const node = settled(callee)
  const text = isMember(node) ? node.getText() : ts.isIdentifier(node) ? node.text : ''
  return (
    /(json|send|end|write)(\.(call|apply|bind))?$/i.test(text) ||
    /^(old|orig|original|prev|base)\w*(\.(call|apply))?$/i.test(text)
  )
}

function rootOf(target: ts.Expression): string {
  const node = settled(target)
  if (isMember(node)) return rootOf(node.expression)
  return ts.isIdentifier(node) ? node.text : ''
}

/** The answers of a route, where a function before the handler has changed what is sent. */
export function patched(responses: readonly Response[], patches: readonly Patch[]): readonly Response[] {
  const [first] = patches
  if (first === undefined) return responses
  return responses.map((response) => ({
    ...response,
    contents: response.contents.map((content) => ({ ...content, schema: { inexact: first.reason, at: first.at } })),
  }))
}
