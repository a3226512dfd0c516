import ts from 'typescript'
import type { Location } from '../../../model/location.js'
import { plain } from '../../decorators/read-decorators.js'
import { callsIn } from '../../program/calls-in.js'
import type { Project } from '../../project.js'
import { scopeAt } from './scope-at.js'
import { statusNumber } from './status.js'

/** What code sets on a response that the framework sends afterwards. */
export interface SetOnResponse {
  readonly statuses: readonly number[]
  /** One of them is set on every way, as far as can be seen: the status of the route itself is never sent. */
  readonly always: boolean
  /** Where a status is set that is not known before run time. */
  readonly unread: Location | null
  /** Null where one is set that is not known. */
  readonly mediaType: string | null | undefined
}

/** What a function sets on the response that `@Res({ passthrough: true })` or `getResponse()` gave it. */
export function setOnResponse(project: Project, fn: ts.FunctionLikeDeclaration): SetOnResponse {
  const statuses = new Set<number>()
  let always = false
  let unread: Location | null = null
  let mediaType: string | null | undefined
  const setStatus = (node: ts.Node, written: ts.Expression | undefined): void => {
    const number = written ? statusNumber(project, { expression: written, scope: scopeAt(project, written) }) : null
    if (number === null) unread = project.locate(node)
    else statuses.add(number)
    always ||= number !== null && isOnEveryWay(node, fn)
  }
  for (const node of fn.body ? assignmentsIn(fn.body) : []) {
    const { left, right } = node
    if (ts.isPropertyAccessExpression(left) && left.name.text === 'statusCode' && isResponse(project, left.expression))
      setStatus(node, right)
  }
  for (const call of fn.body ? callsIn(fn.body) : []) {
    const { expression, arguments: args } = call
    if (!ts.isPropertyAccessExpression(expression) || !isResponse(project, expression.expression)) continue
    const name = expression.name.text
    if (name === 'status' || name === 'code') setStatus(call, args[0])
    else mediaType = mediaTypeOf(project, name, args) ?? mediaType
  }
  return { statuses: [...statuses], always, unread, mediaType }
}

/** The media type that a call on the response sets; undefined where it sets none. */
function mediaTypeOf(project: Project, method: string, args: readonly ts.Expression[]): string | null | undefined {
  const text = (expression: ts.Expression | undefined): string | null => {
    const value = expression && plain(project, { expression, scope: scopeAt(project, expression) })
    return typeof value === 'string' && value.includes('/') ? (value.split(';')[0] ?? value).trim() : null
  }
  if (method === 'type' || method === 'contentType') return text(args[0])
  if (!['set', 'header', 'setHeader', 'headers'].includes(method)) return undefined
  const [first, second] = args
  if (first && ts.isObjectLiteralExpression(first)) {
    const stated = first.properties.find((one) => /^['"]?content-type['"]?$/i.test(one.name?.getText() ?? ''))
    return stated && (ts.isPropertyAssignment(stated) ? text(stated.initializer) : null)
  }
  return first && /^['"]content-type['"]$/i.test(first.getText()) ? text(second) : undefined
}

/** `res`, `res.status(201)`, `context.switchToHttp().getResponse()`, and a variable that holds one. */
function isResponse(project: Project, expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression))
    return isResponse(project, expression.expression)
  if (ts.isCallExpression(expression)) {
    const { expression: callee } = expression
    if (!ts.isPropertyAccessExpression(callee)) return false
    return callee.name.text === 'getResponse' || isResponse(project, callee.expression)
  }
  if (!ts.isIdentifier(expression)) return false
  const declared = project.checker.getSymbolAtLocation(expression)?.valueDeclaration
  if (declared && ts.isParameter(declared)) return /\b(Res|Response)\(/.test(declared.getText())
  return (
    declared !== undefined &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer !== undefined &&
    isResponse(project, declared.initializer)
  )
}

function isOnEveryWay(node: ts.Node, fn: ts.FunctionLikeDeclaration): boolean {
  const statement = ts.findAncestor(node, ts.isExpressionStatement)
  if (!statement || statement.parent !== fn.body || !ts.isBlock(fn.body)) return false
  const before = fn.body.statements.slice(0, fn.body.statements.indexOf(statement))
  return before.every((one) => ts.isVariableStatement(one) || ts.isExpressionStatement(one))
}

function assignmentsIn(code: ts.Node): readonly ts.BinaryExpression[] {
  const found: ts.BinaryExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(code)
  return found
}
