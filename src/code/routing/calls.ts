import type ts from 'typescript'
import { callsIn } from '../program/calls-in.js'
import type { Project } from '../project.js'
import type { Candidate } from './candidate.js'

/** What of all calls of the project looks like a registration, in the order of its files. */
export function registrationsIn(
  project: Project,
  candidateOf: (call: ts.CallExpression) => Candidate | null,
): readonly Candidate[] {
  return project.files.flatMap((file) => callsIn(file).flatMap((call) => candidateOf(call) ?? []))
}
