import ts from 'typescript'
import type { Project } from '../project.js'
import type { Candidate } from './candidate.js'

/** What of all calls of the project looks like a registration, in the order of its files. */
export function registrationsIn(
  project: Project,
  candidateOf: (call: ts.CallExpression) => Candidate | null,
): readonly Candidate[] {
  const found: Candidate[] = []
  const visit = (node: ts.Node): void => {
    const candidate = ts.isCallExpression(node) ? candidateOf(node) : null
    if (candidate !== null) found.push(candidate)
    ts.forEachChild(node, visit)
  }
  for (const file of project.files) visit(file)
  return found
}
