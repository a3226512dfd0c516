import ts from 'typescript'
import { demandCasts, demandType, readInput } from './inputs.js'
import type { Frame, Session } from './session.js'
import { bodyOf, isMember, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

/** Functions that look at a whole value and take none of its fields by name. */
const harmless = new Set([
  'stringify',
  'isArray',
  'keys',
  'log',
  'debug',
  'info',
  'warn',
  'error',
  'trace',
  'verbose',
  'http',
  'Boolean',
])

/** A whole input as an argument: what the parameter declares is what the code accepts; else its fields are not known. */
export function passOn(session: Session, frame: Frame, call: ts.CallExpression | ts.NewExpression): void {
  const callee = settled(call.expression)
  const name = isMember(callee) ? memberName(callee) : ts.isIdentifier(callee) ? callee.text : null
  if (name !== null && harmless.has(name)) return
  for (const [index, arg] of (call.arguments ?? []).entries()) {
    const input = trackedOf(session, frame, arg)
    if (input?.kind !== 'input' || input.path.length > 0) continue
    const casts = demandCasts(session, input, arg)
    const parameter = casts ? null : ownParameter(session, call, index)
    if (parameter?.type !== undefined) {
      demandType(session, input, session.project.checker.getTypeFromTypeNode(parameter.type), arg, 'lower-bound')
    }
    // A function of the project is followed with the input in hand; what it reads is seen there.
    if (parameter === null && !casts) readInput(session, input, arg)
  }
}

/** The parameter of the project's own function that takes the argument; null where its code is not here. */
function ownParameter(
  session: Session,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): ts.ParameterDeclaration | null {
  const declaration = session.project.checker.getResolvedSignature(call)?.declaration
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return null
  const parameter = declaration.parameters[index]
  return parameter !== undefined && ts.isParameter(parameter) && bodyOf(declaration as ts.SignatureDeclaration) !== null
    ? parameter
    : null
}
