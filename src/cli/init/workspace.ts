import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { load } from 'js-yaml'
import { findFiles } from '../../files/find.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { prepare } from '../prepare.js'
import type { Tool } from '../tool.js'

/** Where packages stand in most repositories that hold several. */
const usual = ['{apps,packages,services,libs}/*']

/**
 * The packages of a workspace that serve an API and describe it, each found by auditing it; relative to the root. Nothing where
 * the command line names a side, or the folder is no workspace.
 */
export async function workspacePairs(flags: Flags, io: Io, tool: Tool): Promise<readonly string[]> {
  if (flags.spec !== undefined || flags.project !== undefined || flags.code !== undefined) return []
  const folders = await packagesOf(io.cwd)
  if (folders.length < 2) return []
  const prepared = await prepare(flags, io, tool, { from: 'init', values: { projects: folders } })
  if (!prepared.ok) return []
  const { snapshot: _, ...options } = prepared.value.options
  const audited = await tool.audit({ ...options, skipsUnreadable: true })
  if (!audited.ok) return []
  const pairs = (audited.report.projects ?? []).filter(({ summary }) => summary.endpoints.matched > 0)
  return pairs.map(({ name }) => name)
}

async function packagesOf(root: string): Promise<readonly string[]> {
  const globs = [...workspaceGlobs(root), ...usual].filter((glob) => !glob.startsWith('!'))
  const patterns = globs.map((glob) => `${glob.replace(/^\.\//, '').replace(/\/$/, '')}/package.json`)
  const files = await findFiles({ root }, { patterns, ignore: ['**/node_modules/**'] })
  return files.map((file) => posix.dirname(file)).filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
}

function workspaceGlobs(root: string): readonly string[] {
  const [manifest, pnpm] = [dataIn(join(root, 'package.json')), dataIn(join(root, 'pnpm-workspace.yaml'))]
  const { workspaces } = manifest
  const nested = typeof workspaces === 'object' && workspaces !== null && !Array.isArray(workspaces) ? workspaces : {}
  const packages = 'packages' in nested ? nested.packages : workspaces
  return [packages, pnpm.packages].flat().filter((glob) => typeof glob === 'string')
}

function dataIn(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = load(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // Whoever needs the file will say what is wrong with it; here it names no packages.
    return {}
  }
}
