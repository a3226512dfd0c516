import { resolve } from 'node:path'
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
  /** Whether that folder lies outside of the repository, where other repositories may use it too. */
  readonly shared: boolean
  /** Whether a merge has left conflicts behind. */
  readonly conflicted: boolean
  /** Where a remote lies, where its name tells. */
  readonly host: 'github' | 'gitlab' | null
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
  const own = await hooksPath(root)
  const hooks = own === null ? `${common}/hooks` : resolve(top, own)
  return {
    ok: true,
    value: {
      top,
      prefix: repository.value.prefix,
      hooks,
      shared: ![top, common].some((folder) => hooks.startsWith(`${folder}/`)),
      conflicted: unmerged.value !== '',
      host: remotes.ok ? hostOf(remotes.value) : null,
    },
  }
}

/** What `core.hooksPath` says. Our own commands to git say that there are no hooks, so it is read by who says it. */
async function hooksPath(root: string): Promise<string | null> {
  const said = await gitText(root, ['config', '--type=path', '--show-scope', '--get-all', 'core.hooksPath'])
  const lines = said.ok ? said.value.split('\n').map((line) => line.split('\t')) : []
  return lines.findLast(([scope, path]) => scope !== 'command' && path)?.[1] ?? null
}

function hostOf(remotes: string): Place['host'] {
  if (/[@/.]github\.com[:/]/.test(remotes)) return 'github'
  return /[@/.]gitlab\.[\w.-]+[:/]/.test(remotes) ? 'gitlab' : null
}
