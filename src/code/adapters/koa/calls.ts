import ts from 'typescript'
import type { Project } from '../../project.js'
import { registrationsIn } from '../../routing/calls.js'
import type { Candidate } from '../../routing/candidate.js'
import { bare } from '../../values/values.js'
import { isRegistering, verbOf } from './vocabulary.js'

/** Calls that look like registrations, on what may be an application or a router of Koa. */
export const candidatesIn = (project: Project): readonly Candidate[] =>
  registrationsIn(project, (call) => {
    const candidate = candidateOf(call)
    return candidate !== null && mayRegister(project.checker, candidate.receiver) ? candidate : null
  })

function candidateOf(call: ts.CallExpression): Candidate | null {
  const callee = bare(call.expression)
  if (ts.isElementAccessExpression(callee)) {
    if (call.arguments.length < 2) return null
    return { call, receiver: callee.expression, name: callee.argumentExpression }
  }
  if (!ts.isPropertyAccessExpression(callee)) return null
  const name = callee.name.text
  const enough = call.arguments.length > (verbOf(name) === undefined ? 0 : 1)
  return isRegistering(name) && enough ? { call, receiver: callee.expression, name } : null
}

/** Whether the compiler knows an expression as nothing that routes are registered on. */
function mayRegister(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getApparentType(checker.getTypeAtLocation(expression))
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  return parts.some((part) =>
    [part.symbol, part.aliasSymbol].some((symbol) => /Router|Koa|Application|App|Server/.test(symbol?.name ?? '')),
  )
}
