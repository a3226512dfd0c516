/** A path of radix3 and rou3 as a template: `:id`, `*`, `**`, `**:rest`. */
export function readPath(pattern: string): string {
  const segments = pattern.split('/').filter(Boolean)
  const path = segments.map((segment, index) => {
    const rest = /^\*\*(?::(\w+))?$/.exec(segment)
    if (rest !== null) return `{*${rest[1] ?? 'rest'}}`
    return segment === '*' ? `{segment${index}}` : segment.replace(/:(\w+)/g, '{$1}')
  })
  return `/${path.join('/')}`
}
