import ts from 'typescript'
import type { Project } from '../../project.js'
import { registrationsIn } from '../../routing/calls.js'
import type { Candidate } from '../../routing/candidate.js'
import { bare } from '../../values/values.js'
import { registers } from './vocabulary.js'

/** Calls that look like registrations, on something that may be an application. */
export const candidatesIn = (project: Project): readonly Candidate[] =>
  registrationsIn(project, (call) => {
    const candidate = call.arguments.length > 0 ? candidateOf(call) : null
    return candidate !== null && mayBeApp(project.checker, candidate.receiver) ? candidate : null
  })

function candidateOf(call: ts.CallExpression): Candidate | null {
  const callee = bare(call.expression)
  if (ts.isElementAccessExpression(callee)) {
    const name = callee.argumentExpression
    return { call, receiver: callee.expression, name: ts.isStringLiteralLike(name) ? name.text : name }
  }
  if (!ts.isPropertyAccessExpression(callee) || !registers(callee.name.text)) return null
  return { call, receiver: callee.expression, name: callee.name.text }
}

/** Whether the compiler knows an expression as an application of Hono. */
export function isApp(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getApparentType(checker.getTypeAtLocation(expression))
  return partsOf(type).some(isAppSymbol)
}

function mayBeApp(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getApparentType(checker.getTypeAtLocation(expression))
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true
  return partsOf(type).some(isAppSymbol)
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnionOrIntersection() ? type.types : [type]
}

function isAppSymbol({ symbol, aliasSymbol }: ts.Type): boolean {
  return [symbol, aliasSymbol].some((each) => each !== undefined && /Hono(Base)?$/.test(each.name))
}
