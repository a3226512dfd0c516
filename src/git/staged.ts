import type { Result } from '../model/result.js'
import { git, gitText } from './command.js'

/** The files below a folder that the next commit changes, adds or deletes; relative to the folder. In one git process, since a hook waits. */
export async function stagedPaths(folder: string): Promise<Result<readonly string[], string>> {
  const args = ['diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '--ignore-submodules', '--relative']
  const listed = await git(folder, [...args, '-z', '--', '.'])
  return listed.ok ? { ok: true, value: listed.value.toString('utf8').split('\0').filter(Boolean) } : listed
}

/**
 * The text of a file as the next commit would hold it; undefined where that would not hold it. Null where git has no say:
 * the file lies outside of the repository, or is ignored.
 */
export async function stagedText(folder: string, file: string): Promise<Result<string | undefined | null, string>> {
  const listed = await gitText(folder, ['--literal-pathspecs', 'ls-files', '--stage', '--', file])
  if (!listed.ok) return { ok: true, value: null }
  const [, blob] = /^\d+ ([0-9a-f]+) 0\t/m.exec(listed.value) ?? []
  if (blob !== undefined) {
    const text = await git(folder, ['cat-file', 'blob', blob])
    return text.ok ? { ok: true, value: text.value.toString('utf8') } : text
  }
  const ignored = await git(folder, ['check-ignore', '-q', '--', file])
  return { ok: true, value: ignored.ok ? null : undefined }
}
