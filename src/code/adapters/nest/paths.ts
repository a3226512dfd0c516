/** Joins path parts with single slashes and none at the end; the root is `''`. */
export function joinPath(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter((segment) => segment !== '')
    .map((segment) => `/${segment}`)
    .join('')
}

/** A Nest route path as templates; an optional segment gives the path with it and without. */
export function templatesOf(path: string): readonly string[] {
  const shown = joinPath(path)
  const optional = shown.match(/^(.*?)\{(\/[^}]*)\}(.*)$/) ?? shown.match(/^(.*)(\/:\w+)\?(.*)$/)
  if (optional) {
    const [, before = '', part = '', after = ''] = optional
    return [...templatesOf(before + after), ...templatesOf(before + part + after)]
  }
  const segments = shown.split('/').slice(1)
  return [`/${segments.map(segmentTemplate).join('/')}`]
}

function segmentTemplate(segment: string): string {
  const named = segment.match(/^\*(\w+)$/)
  if (named) return `{*${named[1]}}`
  if (/^(\*|\(\.\*\)|:\w+\(\.\*\)|:\w+\*)$/.test(segment)) return `{*${segment.match(/^:(\w+)/)?.[1] ?? 'rest'}}`
  return segment.replace(/:(\w+)(\((?:[^()]|\([^()]*\))*\))?/g, '{$1}')
}
