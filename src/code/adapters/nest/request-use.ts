import ts from 'typescript'
import type { Gap, Parameter, ParameterPlace } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'

const places: Readonly<Record<string, ParameterPlace | 'request'>> = {
  query: 'query',
  headers: 'header',
  cookies: 'cookie',
  signedCookies: 'cookie',
  body: 'request',
}

/** What a handler reads of `@Req() req` itself: fields that it names, and the parts that it takes whole. */
export function readRequestUse(
  project: Project,
  parameter: ts.ParameterDeclaration,
  handler: ts.MethodDeclaration,
): {
  readonly parameters: readonly Parameter[]
  /** The fields of the body that it names. */
  readonly fields: Readonly<Record<string, Schema>>
  readonly gaps: readonly Gap[]
} {
  const parameters: Parameter[] = []
  const fields: Record<string, Schema> = {}
  const gaps: Gap[] = []
  const symbol = project.checker.getSymbolAtLocation(parameter.name)
  const gap = (about: ParameterPlace | 'request', node: ts.Node, reason: string) =>
    void gaps.push({ about, reason, at: project.locate(node) })
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== parameter.name && project.checker.getSymbolAtLocation(node) === symbol)
      look(node)
    ts.forEachChild(node, visit)
  }
  const look = (use: ts.Identifier): void => {
    const access = use.parent
    if (!ts.isPropertyAccessExpression(access) || access.expression !== use) {
      for (const about of ['query', 'header', 'request'] as const) gap(about, use, 'the request is handed on whole')
      return
    }
    const place = places[access.name.text]
    if (!place) return
    const name = fieldOf(access.parent, access)
    if (place === 'request') {
      gap('request', access, 'the handler reads the body from the request')
      if (name !== null) fields[name] = { inexact: 'the handler does not check it', at: project.locate(access) }
    } else if (name === null) gap(place, access, 'the handler takes them all without saying which')
    else if (name.toLowerCase() !== 'authorization') {
      parameters.push({
        name,
        in: place,
        schema: { inexact: 'the handler does not check it' },
        at: project.locate(access),
      })
    }
  }
  if (handler.body) visit(handler.body)
  return { parameters, fields, gaps }
}

function fieldOf(node: ts.Node, access: ts.Expression): string | null {
  if (ts.isPropertyAccessExpression(node) && node.expression === access) return node.name.text
  if (
    ts.isElementAccessExpression(node) &&
    node.expression === access &&
    ts.isStringLiteralLike(node.argumentExpression)
  )
    return node.argumentExpression.text
  return null
}
