import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { httpStatus } from './http-status.js'

/** A status given as a number, `HttpStatus.X`, or a constant of either; null where it is not known. */
export function statusNumber(project: Project, reference: Reference): number | null {
  const value = project.values.evaluate(reference)
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : null
  const type = project.checker.getTypeAtLocation(reference.expression)
  if (type.isNumberLiteral()) return type.value
  const name = value.kind === 'import' ? value.name.replace(/^.*\./, '') : value.kind === 'member' ? value.name : null
  return (name !== null && httpStatus[name]) || null
}

/** Every status from 400 that the code names, as a number or as `HttpStatus.X`. */
export function statusesNamed(node: ts.Node): readonly number[] {
  const found = new Set<number>()
  const pending: ts.Node[] = [node]
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (ts.isNumericLiteral(at)) found.add(Number(at.text))
    if (ts.isPropertyAccessExpression(at)) found.add(httpStatus[at.name.text] ?? 0)
    ts.forEachChild(at, (child) => void pending.push(child))
  }
  return [...found].filter((status) => status >= 400 && status < 600)
}
