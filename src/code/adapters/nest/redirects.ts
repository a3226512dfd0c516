import ts from 'typescript'
import type { Project } from '../../project.js'

/** The statuses of redirections. */
export const redirections = ['301', '302', '303', '307', '308']

/** The statuses that a handler under `@Redirect` may give back in place of the stated one; null where they are not known. */
export function redirectsGivenBack({ checker }: Project, handler: ts.MethodDeclaration): readonly number[] | null {
  const signature = checker.getSignatureFromDeclaration(handler)
  const returned = signature && checker.getReturnTypeOfSignature(signature)
  const type = returned && (checker.getAwaitedType(returned) ?? returned)
  if (!type) return []
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return null
  const statuses = (type.isUnion() ? type.types : [type]).flatMap((arm): (number | null)[] => {
    const property = arm.getProperty('statusCode')
    if (!property) return []
    const held = checker.getTypeOfSymbolAtLocation(property, handler)
    return (held.isUnion() ? held.types : [held])
      .filter((one) => (one.flags & ts.TypeFlags.Undefined) === 0)
      .map((one) => (one.isNumberLiteral() ? one.value : null))
  })
  const known = statuses.filter((one) => one !== null)
  return known.length === statuses.length ? known : null
}
