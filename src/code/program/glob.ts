import { normalize } from 'node:path/posix'

/** Whether a path relative to a folder is chosen by the `include` and `exclude` of a tsconfig. */
export function matches(
  path: string,
  extensions: readonly string[] = [],
  excludes: readonly string[] = [],
  includes: readonly string[] = ['**/*'],
): boolean {
  if (extensions.length > 0 && !extensions.some((each) => path.endsWith(each))) return false
  if (/(^|\/)node_modules\//.test(path)) return false
  const chosen = includes
    .map((each) => normalize(each))
    .filter((each) => each.startsWith('..') === path.startsWith('..'))
  return chosen.some((each) => toPattern(each).test(path)) && !excludes.some((each) => toPattern(each).test(path))
}

function toPattern(glob: string): RegExp {
  // A configuration that another one extends names its files from its own folder: `.nuxt/../**/*`.
  const plain = normalize(glob).replace(/\/$/, '')
  if (plain === '.' || plain === '') return /^/
  const source = plain
    .split('/')
    .map((segment) => (segment === '**' ? '**' : quote(segment)))
    .join('/')
    .replaceAll('**/', '(?:.*/)?')
    .replaceAll('**', '.*')
  return new RegExp(`^${source}(?:/.*)?$`)
}

function quote(segment: string): string {
  return segment
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
}
