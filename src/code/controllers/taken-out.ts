import ts from 'typescript'
import { contains } from '../program/contains.js'

/** What a function takes of the value that it is handed. */
export interface TakenOut {
  /** The field of the value that an expression is: `value.name`, or a name that a pattern took out of it; null for any other. */
  fieldIn(expression: ts.Expression): string | null
  /** Whether anything of the value is in an expression. */
  isIn(node: ts.Node): boolean
}

/** Reads the function around an object that it gives back; the type that it declares the value to be is a claim that nobody checks. */
export function takenOutOf(result: ts.Node, parameter: string): TakenOut {
  const names = new Map<string, string | null>([[parameter, null]])
  const isIn = (code: ts.Node): boolean => contains(code, (node) => ts.isIdentifier(node) && names.has(node.text))
  const fieldIn = (expression: ts.Expression): string | null => {
    if (ts.isIdentifier(expression)) return names.get(expression.text) ?? null
    const isMember = ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression)
    return isMember && expression.expression.text === parameter ? expression.name.text : null
  }
  for (const { name, initializer } of declarationsAround(result, parameter)) {
    if (initializer === undefined || !isIn(initializer)) continue
    const whole = ts.isIdentifier(initializer) && initializer.text === parameter
    if (ts.isIdentifier(name)) names.set(name.text, fieldIn(initializer))
    else for (const element of name.elements) if (ts.isBindingElement(element)) note(names, element, whole)
  }
  return { fieldIn, isIn }
}

function note(names: Map<string, string | null>, element: ts.BindingElement, whole: boolean): void {
  if (!ts.isIdentifier(element.name)) return
  const key = element.propertyName ?? element.name
  const plain = whole && element.initializer === undefined && element.dotDotDotToken === undefined
  names.set(element.name.text, plain && ts.isIdentifier(key) ? key.text : null)
}

/** The variables of the function that has the parameter, in the order in which they are declared. */
function declarationsAround(result: ts.Node, parameter: string): readonly ts.VariableDeclaration[] {
  let around: ts.Node | undefined = result
  const hasIt = (node: ts.Node) =>
    ts.isFunctionLike(node) && node.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === parameter)
  while (around !== undefined && !hasIt(around)) around = around.parent
  const found: ts.VariableDeclaration[] = []
  const search = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) found.push(node)
    ts.forEachChild(node, search)
  }
  if (around !== undefined) search(around)
  return found
}
