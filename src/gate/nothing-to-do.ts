import { isReadable } from '../git/readable.js'
import { stagedPaths } from '../git/staged.js'

/** Beside what an audit reads: the known findings, and what decides which dependencies are installed. */
const beside = /\.(jsonl|lockb?)$/

/**
 * Whether nothing is staged that could change what an audit of the index finds. Where git cannot tell: no.
 * In: the project's root, and the file of known findings where it is named.
 */
export async function nothingToDo(root: string, baseline: string | undefined): Promise<boolean> {
  const staged = await stagedPaths(root)
  const known = baseline?.replace(/^\.\//, '')
  return staged.ok && !staged.value.some((path) => isReadable(path) || beside.test(path) || path === known)
}
