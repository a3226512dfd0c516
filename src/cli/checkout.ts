import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { Io } from './io.js'

/**
 * Where the folder of this run stands in what a build server has checked out, with `/`: GitHub and GitLab look for reported
 * files from the top. Empty at the top, and where there is no build server.
 */
export function folderInCheckout({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  const top = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR
  if (!top) return ''
  const folder = relative(real(top), real(cwd))
  return folder.startsWith('..') || isAbsolute(folder) ? '' : folder.split(sep).join('/')
}

/** A path as the system calls it, so that two names of one folder are the same. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
