import { appendFileSync } from 'node:fs'
import type { UserError } from '../model/user-error.js'
import type { Io } from './io.js'

/** Adds Markdown to the summary of a GitHub job, where the run is in one; gives the mistake where that is not possible. */
export function appendSummary({ env }: Io, text: string): UserError | null {
  const file = env.GITHUB_STEP_SUMMARY
  if (!file) return null
  try {
    appendFileSync(file, text)
    return null
  } catch (error) {
    return { message: `the job summary cannot be written: ${error instanceof Error ? error.message : String(error)}` }
  }
}
