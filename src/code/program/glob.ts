/** Whether a path relative to a folder is chosen by the `include` and `exclude` of a tsconfig. */
export function matches(
  path: string,
  extensions: readonly string[] = [],
  excludes: readonly string[] = [],
  includes: readonly string[] = ['**/*'],
): boolean {
  if (extensions.length > 0 && !extensions.some((each) => path.endsWith(each))) return false
  if (/(^|\/)node_modules\//.test(path)) return false
  return includes.some((each) => toPattern(each).test(path)) && !excludes.some((each) => toPattern(each).test(path))
}

function toPattern(glob: string): RegExp {
  const plain = glob.replace(/^\.\//, '').replace(/\/$/, '')
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
