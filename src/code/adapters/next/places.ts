import { dirname } from 'node:path'
import type ts from 'typescript'
import type { Project } from '../../project.js'
import { bracketedTemplates } from '../../routing/bracketed.js'
import type { Place } from './place.js'

const script = /\.[cm]?[jt]sx?$/
/** Extensions of a project's own for its pages, such as `.api.ts`, stand before the real one. */
const pageName = /(\.(api|page|route))?\.[cm]?[jt]sx?$/

/** The files that Next serves or runs before it serves, wherever the applications lie in the repository. */
export function placesIn(project: Project): readonly Place[] {
  const roots = new Map<string, string>()
  return project.files.flatMap((file) => {
    const root = rootOf(project, dirname(file.fileName), roots)
    const place = placeOf(file, root, file.fileName.slice(root.length + 1).replace(/^src\//, ''))
    return place === null ? [] : [place]
  })
}

/** The folder of the application: the nearest one above with a package.json, or the root. */
function rootOf(project: Project, folder: string, known: Map<string, string>): string {
  const before = known.get(folder)
  if (before !== undefined) return before
  const isTop = folder.length <= project.root.length || dirname(folder) === folder
  const has = (name: string) => project.readText(`${folder}/${name}`) !== undefined
  const isRoot = isTop || has('package.json') || configNames.some(has)
  const root = isRoot ? (isTop ? project.root : folder) : rootOf(project, dirname(folder), known)
  known.set(folder, root)
  return root
}

/** The names of Next's configuration, the one that it takes first. */
export const configNames = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.mts', 'next.config.cjs']

function placeOf(file: ts.SourceFile, root: string, path: string): Place | null {
  const segments = path.split('/')
  const name = (segments.at(-1) ?? '').replace(script, '')
  const [first, second] = segments
  if (segments.length === 1)
    return name === 'middleware' || name === 'proxy' ? { kind: 'middleware', file, root } : null
  if (first === 'app' && name === 'route') {
    const folders = served(segments.slice(1, -1))
    return folders === null ? null : { kind: 'route', file, root, paths: bracketedTemplates(folders) }
  }
  if (first !== 'pages' || second !== 'api' || !script.test(path) || path.endsWith('.d.ts')) return null
  const page = [...segments.slice(1, -1), (segments.at(-1) ?? '').replace(pageName, '')]
  return { kind: 'page', file, root, paths: bracketedTemplates(page.at(-1) === 'index' ? page.slice(0, -1) : page) }
}

/** The folders that stand in the path; null where one of them keeps its files out of it. */
function served(folders: readonly string[]): readonly string[] | null {
  if (folders.some((name) => name.startsWith('_'))) return null
  return folders
    .filter((name) => !name.startsWith('@') && !/^\(.*\)$/.test(name))
    .map((name) => name.replace(/^%5F/i, '_'))
}
