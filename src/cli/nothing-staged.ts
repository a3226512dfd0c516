import { nothingToDo } from '../gate/nothing-to-do.js'
import type { Flags } from './flags.js'
import type { Io } from './io.js'

/**
 * Whether a hook has nothing to do, which is said on one line before anything heavy is loaded. A report that was asked for by
 * its format is due all the same.
 */
export async function nothingStaged(flags: Flags, { cwd, err }: Io): Promise<boolean> {
  if (!flags.staged || flags.base !== undefined || flags.format !== undefined || flags.printConfig) return false
  if (!(await nothingToDo(cwd, flags.baseline))) return false
  err.write('note: nothing that tattletype reads is staged\n')
  return true
}
