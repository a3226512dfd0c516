import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Lookup } from '../types/expressions/expression.js'
import { readExpression } from '../types/expressions/read-expression.js'
import type { Scope } from '../values/value.js'
import { saysNothing } from './inputs.js'
import { boundTo } from './scopes.js'
import type { Frame, Session } from './session.js'
import { declarationOf } from './syntax.js'

/** What sending the expression puts on the wire: what is written, else its type, else what the author declares the answer to be. */
export function payloadSchema(session: Session, frame: Frame, payload: ts.Expression): Schema {
  const { checker, types, locate } = session.project
  const source = { checker, types, locate: (node: ts.Node) => locate(node) }
  const { schema, absence } = readExpression(source, payload, lookupIn(checker, frame.scope))
  if (absence === 'always') return { inexact: 'nothing is sent' }
  const declared = frame.declared
  if (declared === null || !isUnknown(schema) || saysNothing(checker, declared)) return schema
  return types.sent(declared, payload)
}

function isUnknown(schema: Schema): boolean {
  return Object.keys(schema).every((keyword) => keyword === 'inexact' || keyword === 'at')
}

/** What the parameters of followed helpers stand for: the argument, as it is written where the helper is called. */
function lookupIn(checker: ts.TypeChecker, scope: Scope): Lookup {
  return (identifier) => {
    const declaration = declarationOf(checker, identifier)
    if (declaration === null) return undefined
    const bound = boundTo(scope, declaration)
    if (bound !== null) return { expression: bound.expression, lookup: lookupIn(checker, bound.scope) }
    // An argument that a followed call leaves out is the parameter's default.
    const isLeftOut = ts.isParameter(declaration) && scope.owner === declaration.parent
    return isLeftOut && declaration.initializer !== undefined
      ? { expression: declaration.initializer, lookup: lookupIn(checker, scope) }
      : undefined
  }
}
