import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'

/** An object of a class that a part of the request was put into. */
interface Shaped {
  readonly class: Reference
  readonly input: ts.Expression
  readonly options: Value | null
}

/** `plainToInstance(Dto, input)`, `plainToClass(Dto, input)`, `Object.assign(new Dto(), input)`; null for any other call. */
export function shapedBy(project: Project, call: ts.CallExpression, scope: Scope): Shaped | null {
  const [first, second, third] = call.arguments
  const name = call.expression.getText()
  if (first === undefined || second === undefined) return null
  if (name === 'Object.assign' && ts.isNewExpression(first))
    return { class: { expression: first.expression, scope }, input: second, options: null }
  if (!/\bplainTo(Instance|Class)$/.test(name)) return null
  const callee = project.values.evaluate({ expression: call.expression, scope })
  if (callee.kind !== 'import' || callee.module !== 'class-transformer') return null
  const options = third === undefined ? null : project.values.evaluate({ expression: third, scope })
  return { class: { expression: first, scope }, input: second, options }
}
