import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What of the event file is of use here. */
export interface Event {
  readonly pull_request?: { readonly number: number; readonly base: { readonly sha: string } }
  readonly merge_group?: { readonly base_sha: string }
}

export function readEvent(file: string | undefined): Event {
  const event: unknown = file ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return typeof event === 'object' && event !== null ? event : {}
}

/** The revision that the change is held against; none where the run is of no change. */
export function baseOf(base: string, event: Event, workspace: string): string | undefined {
  if (base === 'none') return undefined
  if (base !== 'auto') return base
  // The commit that GitHub makes of a pull request joins it with the base of this minute, which may be ahead of the event's.
  if (event.pull_request !== undefined) return isMerge(workspace) ? 'HEAD^1' : event.pull_request.base.sha
  return event.merge_group?.base_sha
}

function isMerge(workspace: string): boolean {
  if (!/^refs\/pull\/\d+\/merge$/.test(process.env.GITHUB_REF ?? '')) return false
  try {
    const printed = execFileSync('git', ['rev-parse', 'HEAD', 'HEAD^1', 'HEAD^2'], {
      cwd: workspace,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [head] = printed.split('\n')
    return head === process.env.GITHUB_SHA
  } catch {
    // Another commit was checked out, or one without its parents.
    return false
  }
}
