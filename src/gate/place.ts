import { gitText } from '../git/command.js'
import { openRepository } from '../git/open.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'

/** Where a project stands in its repository, for whoever sets up a hook or a gate there. */
export interface Place {
  /** The repository's top folder, absolute. */
  readonly top: string
  /** Where the project lies below it: empty, or a path that ends in `/`. */
  readonly prefix: string
  /** The folder of the hooks that git itself runs, absolute. */
  readonly hooks: string
  /** Whether a merge has left conflicts behind. */
  readonly conflicted: boolean
  /** Whether a remote lies on GitHub. */
  readonly github: boolean
}

/** Asks git; an error where the folder is in no repository. */
export async function placeOf(root: string): Promise<Result<Place, UserError>> {
  const repository = await openRepository(root)
  if (!repository.ok) return repository
  const paths = await gitText(root, ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir'])
  const unmerged = await gitText(root, ['ls-files', '--unmerged', '-z', '--', ':/'])
  if (!paths.ok || !unmerged.ok) return { ok: false, error: { message: 'git does not tell where this folder stands' } }
  const remotes = await gitText(root, ['remote', '-v'])
  const [top = root, common = `${root}/.git`] = paths.value.split('\n')
  return {
    ok: true,
    value: {
      top,
      prefix: repository.value.prefix,
      hooks: `${common}/hooks`,
      conflicted: unmerged.value !== '',
      github: remotes.ok && /[@/.]github\.com[:/]/.test(remotes.value),
    },
  }
}
