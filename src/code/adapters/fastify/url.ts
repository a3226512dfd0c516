/** A prefix below another, as Fastify puts a slash between the two. */
export function joinPrefix(outer: string, inner: string): string {
  if (inner === '') return outer
  if (outer.endsWith('/') && inner.startsWith('/')) return outer + inner.slice(1)
  return inner.startsWith('/') || outer.endsWith('/') ? outer + inner : `${outer}/${inner}`
}

/** The url of a route below a prefix. `/` below a prefix is the prefix itself, unless the route asks for the slash. */
export function joinUrl(prefix: string, url: string, trailingSlash: string): string {
  if (url === '/' && prefix !== '') return trailingSlash === 'slash' ? `${prefix}/` : prefix
  return url.startsWith('/') && prefix.endsWith('/') ? prefix + url.slice(1) : prefix + url
}

/** The templates of a Fastify url: two where its last parameter is optional. */
export function templatesOf(url: string): readonly string[] {
  const optional = /^(.*)\/:([^/:?]+)\?$/.exec(url)
  if (optional === null) return [templateOf(url)]
  const [, before = '', name = ''] = optional
  return [templateOf(`${before}/:${name}`), templateOf(before)]
}

function templateOf(url: string): string {
  let template = ''
  let index = 0
  while (index < url.length) {
    const rest = url.slice(index)
    if (rest.startsWith('::')) {
      template += ':'
      index += 2
    } else if (rest.startsWith(':')) {
      const name = /^:(\w+)/.exec(rest)?.[1] ?? ''
      const end = index + 1 + name.length
      template += `{${name}}`
      index = url[end] === '(' ? closing(url, end) + 1 : end
    } else if (rest.startsWith('*')) {
      template += '{*rest}'
      index += 1
    } else {
      template += rest.slice(0, 1)
      index += 1
    }
  }
  const trimmed = template.length > 1 ? template.replace(/\/+$/, '') : template
  return trimmed.startsWith('/') ? trimmed : `/${trimmed}`
}

/** Where the bracket that opens at a position closes; a bracket behind a backslash does not count. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '(') depth += 1
    else if (text[index] === ')') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return text.length - 1
}
