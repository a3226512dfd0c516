import type { DocumentProblem } from '../../model/contract.js'
import { isWithin } from '../refs/pointer.js'

/**
 * Puts together what the tools say, each fault once: our own words on a `$ref` win at their place and inside it, and
 * of swagger-parser stays what Redocly says nothing about, there or deeper. An object whose shape Redocly finds wrong fits none of
 * several shapes for swagger-parser, which then finds fault with members that are in order.
 */
export function mergeProblems(
  own: readonly DocumentProblem[],
  redocly: readonly DocumentProblem[],
  swaggerParser: readonly DocumentProblem[],
): DocumentProblem[] {
  const ours = own.map((problem) => ({ problem, holder: pointerOf(problem).replace(/\/\$ref$/, '') }))
  const isOurs = (other: DocumentProblem) =>
    ours.some(({ problem, holder }) => sameFile(problem, other) && isWithin(pointerOf(other), holder))
  const lint = redocly.filter((problem) => !isOurs(problem))
  const told = [...own, ...lint]
  const rest = swaggerParser.filter(
    (problem) =>
      !isOurs(problem) &&
      !told.some((known) => sameFile(known, problem) && isWithin(pointerOf(known), pointerOf(problem))) &&
      !lint.some((known) => sameFile(known, problem) && isShapeOf(known, problem)),
  )
  return [...unique([...told, ...rest])].sort(byPlace)
}

function isShapeOf(lint: DocumentProblem, problem: DocumentProblem): boolean {
  return lint.source === 'redocly/struct' && pointerOf(problem).replace(/\/[^/]*$/, '') === pointerOf(lint)
}

function* unique(problems: readonly DocumentProblem[]): Iterable<DocumentProblem> {
  const seen = new Set<string>()
  for (const problem of problems) {
    const key = `${problem.at.file}#${pointerOf(problem)} ${problem.message}`
    if (!seen.has(key)) yield problem
    seen.add(key)
  }
}

function byPlace(one: DocumentProblem, other: DocumentProblem): number {
  if (one.at.file !== other.at.file) return one.at.file < other.at.file ? -1 : 1
  return one.at.line - other.at.line || one.at.column - other.at.column
}

function sameFile(one: DocumentProblem, other: DocumentProblem): boolean {
  return one.at.file === other.at.file
}

function pointerOf(problem: DocumentProblem): string {
  return problem.at.pointer ?? ''
}
