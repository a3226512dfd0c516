import ts from 'typescript'
import type { Reference, Value } from './value.js'
import { unknown } from './values.js'

/** Which argument each parameter stands for. Parameters that get none are not listed. */
export function* parametersOf(
  declaration: ts.SignatureDeclaration,
  args: readonly Reference[],
): Iterable<readonly [ts.ParameterDeclaration, Reference | Value]> {
  const parameters = declaration.parameters.filter((each) => !(ts.isIdentifier(each.name) && each.name.text === 'this'))
  const spread = args.findIndex((arg) => ts.isSpreadElement(arg.expression))
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.dotDotDotToken) {
      const rest = args.slice(index)
      yield [parameter, { kind: 'array', elements: rest, complete: spread === -1, node: parameter }]
      return
    }
    if (spread !== -1 && index >= spread) {
      yield [parameter, unknown('it comes from spread arguments', parameter)]
      continue
    }
    const arg = args[index]
    if (arg) yield [parameter, arg]
  }
}

/** A decorator on a parameter of a method says where a framework takes the argument from. */
export function isHanded(parameter: ts.ParameterDeclaration): boolean {
  return ts.isMethodDeclaration(parameter.parent) && (ts.getDecorators(parameter) ?? []).length > 0
}
