import { readFileSync } from 'node:fs'
import type { Io } from './io.js'

/**
 * What the change that is being built is held against, as the build servers tell: the branch that a pull request goes to, the
 * commit that a merge queue builds on, the base of a merge request. Nothing where there is no such change.
 */
export function defaultBase(env: Io['env']): string | undefined {
  if (env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`
  if (env.GITHUB_EVENT_NAME === 'merge_group') return queueBase(env.GITHUB_EVENT_PATH)
  return env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined
}

/** A merge queue names its base in the file of the event alone. */
function queueBase(file: string | undefined): string | undefined {
  try {
    const event: unknown = JSON.parse(readFileSync(file ?? '', 'utf8'))
    const group = typeof event === 'object' && event !== null && 'merge_group' in event ? event.merge_group : undefined
    const sha = typeof group === 'object' && group !== null && 'base_sha' in group ? group.base_sha : undefined
    return typeof sha === 'string' ? sha : undefined
  } catch {
    // Without the file there is no base, which the caller says.
    return undefined
  }
}
