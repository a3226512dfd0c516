import ts from 'typescript'
import { declarationOf } from './syntax.js'

const deepest = 3

/** Whether what chooses a status is about something that the body is made of as well. */
export function sharesNames(checker: ts.TypeChecker, status: ts.Expression, payload: ts.Expression): boolean {
  const chosenBy = namesIn(status)
  const all = new Set(chosenBy)
  let level: readonly ts.Identifier[] = identifiersIn(status)
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((identifier) => {
      const declaration = declarationOf(checker, identifier)
      const isHeld = declaration !== null && ts.isVariableDeclaration(declaration)
      return isHeld && declaration.initializer !== undefined ? identifiersIn(declaration.initializer) : []
    })
    for (const { text } of level) all.add(text)
  }
  return [...namesIn(payload)].some((name) => all.has(name))
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  return new Set(identifiersIn(node).map(({ text }) => text))
}

/** The names that are used as values: not those of fields. */
function identifiersIn(node: ts.Node): readonly ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each)) found.push(each)
    else if (ts.isPropertyAccessExpression(each)) visit(each.expression)
    else if (ts.isPropertyAssignment(each)) visit(each.initializer)
    else ts.forEachChild(each, visit)
  }
  visit(node)
  return found
}
