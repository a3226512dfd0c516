import ts from 'typescript'
import type { Machine } from './machine.js'
import type { Reference, Scope, Value } from './value.js'

/** What a variable that is not constant is given after its declaration. */
export function assignedLater(machine: Machine, declaration: ts.VariableDeclaration, scope: Scope): readonly Value[] {
  if (!ts.isIdentifier(declaration.name)) return []
  if (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) return []
  return assignmentsTo(machine, declaration.name.text, declaration)
    .filter((each) => ts.isIdentifier(each.left))
    .map((each) => machine.evaluate({ expression: each.right, scope: scope }))
}

function assignmentsTo(machine: Machine, name: string, declaration: ts.Declaration): readonly ts.BinaryExpression[] {
  return machine.sites
    .assignments(name)
    .filter((each) => machine.checker.getSymbolAtLocation(each.left)?.valueDeclaration === declaration)
}

/** What a loop over a literal runs through. */
export function loopElements(machine: Machine, loop: ts.ForOfStatement, scope: Scope): readonly Reference[] {
  const over = machine.evaluate({ expression: loop.expression, scope })
  const lists = over.kind === 'choice' ? over.options : [over]
  return lists.flatMap((list) => (list.kind === 'array' ? list.elements : []))
}

/** What is pushed onto an array after it was made. */
export function pushedOnto(machine: Machine, declaration: ts.Declaration, scope: Scope): readonly Reference[] {
  return machine.sites.calls('push').flatMap((call) => {
    const target = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined
    if (!target || !ts.isIdentifier(target)) return []
    if (machine.checker.getSymbolAtLocation(target)?.valueDeclaration !== declaration) return []
    return call.arguments.map((expression) => ({ expression, scope }))
  })
}
