import ts from 'typescript'
import type { Project } from '../../project.js'
import { registrationsIn } from '../../routing/calls.js'
import type { Candidate } from '../../routing/candidate.js'
import { bare } from '../../values/values.js'
import { verbOf } from './vocabulary.js'

/** Calls that look like registrations: two arguments, a `use`, or one on a `route(…)`. */
export const candidatesIn = (project: Project): readonly Candidate[] =>
  registrationsIn(project, (call) => candidateOf(project, call))

function candidateOf(project: Project, call: ts.CallExpression): Candidate | null {
  const callee = bare(call.expression)
  if (ts.isElementAccessExpression(callee)) {
    if (call.arguments.length < 2) return null
    return { call, receiver: callee.expression, name: callee.argumentExpression }
  }
  if (!ts.isPropertyAccessExpression(callee)) return null
  const name = callee.name.text
  const candidate = { call, receiver: callee.expression, name }
  if (name === 'use') return call.arguments.length > 0 ? candidate : null
  if (name === 'param') return call.arguments.length === 2 ? candidate : null
  if (!verbOf(name) || call.arguments.length === 0) return null
  if (call.arguments.length > 1 || callsRoute(project, callee.expression)) return candidate
  return null
}

/** Whether an expression, or the variable that it names, begins with a call of `route`. */
function callsRoute(project: Project, expression: ts.Expression): boolean {
  const node = bare(expression)
  if (ts.isCallExpression(node)) {
    const callee = bare(node.expression)
    if (!ts.isPropertyAccessExpression(callee)) return false
    return callee.name.text === 'route' || callsRoute(project, callee.expression)
  }
  if (!ts.isIdentifier(node)) return false
  const declaration = project.checker.getSymbolAtLocation(node)?.valueDeclaration
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false
  return ts.isCallExpression(bare(declaration.initializer)) && callsRoute(project, declaration.initializer)
}
