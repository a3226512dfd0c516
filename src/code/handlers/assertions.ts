import type ts from 'typescript'
import type { ResponseEffect } from './dialect.js'
import type { Session } from './session.js'

/** The packages of which `assert(found, 404)` throws an error that carries the status. */
const packages = /\/node_modules\/(http-assert|@types\/http-assert|@fastify\/sensible)\//

/** What `assert(found, 404)` does to the answer; null for another call. */
export function assertion(session: Session, call: ts.CallExpression): ResponseEffect | null {
  const [asserted, status] = call.arguments
  if (asserted === undefined || status === undefined || !/\bassert$/.test(call.expression.getText())) return null
  const declared = session.project.checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName ?? ''
  return packages.test(declared) ? { throws: { status, unless: asserted } } : null
}
