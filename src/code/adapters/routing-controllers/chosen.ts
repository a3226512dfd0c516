import picomatch from 'picomatch'
import type ts from 'typescript'
import type { Project } from '../../project.js'
import type { Chosen } from './server.js'

/** Of the decorated classes those that an option lists; all of them where its patterns fit no file, as those of built code do. */
export function chosenOf<Class extends ts.ClassLikeDeclaration>(
  project: Project,
  chosen: Chosen,
  decorated: readonly Class[],
): readonly Class[] {
  if (chosen.kind === 'all') return decorated
  const patterns = chosen.globs.map((glob) =>
    picomatch(withoutEnding(glob.startsWith('/') ? glob : `**/${glob.replace(/^(\.\/)+/, '')}`)),
  )
  const found = decorated.filter((node) => {
    const file = withoutEnding(`${project.root.replaceAll('\\', '/')}/${project.locate(node).file}`)
    return chosen.classes.has(node) || patterns.some((matches) => matches(file))
  })
  return found.length === 0 && patterns.length > 0 ? decorated : found
}

const withoutEnding = (path: string): string =>
  path.replace(/(\.d)?(\.[cm]?[jt]s|\.\{[^}]*\}|\.[+?*@!]?\([^)]*\)|\.\*)$/, '')
