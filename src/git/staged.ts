import type { Result } from '../model/result.js'
import { git } from './command.js'

/** The files below a folder that the next commit changes, adds or deletes; relative to the folder. In one git process, since a hook waits. */
export async function stagedPaths(folder: string): Promise<Result<readonly string[], string>> {
  const args = ['diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '--ignore-submodules', '--relative']
  const listed = await git(folder, [...args, '-z', '--', '.'])
  return listed.ok ? { ok: true, value: listed.value.toString('utf8').split('\0').filter(Boolean) } : listed
}
