import type { Spot } from '../library.js'
import { child, children, items, scalar, textAt } from '../spot.js'

/** The path parts of a list of servers, variables by their default; a list that is not there has none. */
export function prefixesOf(servers: Spot | undefined): string[] {
  return items(servers).flatMap((server) => {
    const url = textAt(server, 'url')
    return url === undefined ? [] : [pathPart(withDefaults(url, server))]
  })
}

function withDefaults(url: string, server: Spot): string {
  const variables = new Map(children(child(server, 'variables')))
  return url.replace(/\{([^}]+)\}/g, (whole, name: string) => String(scalar(variables.get(name), 'default') ?? whole))
}

/** `https://host/v1/` → `/v1`; `api` → `/api`; `/` → ``. */
export function pathPart(url: string): string {
  const path = url
    .trim()
    .replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/, '')
  const plain = path.replace(/^\.?\/+/, '').replace(/\/+$/, '')
  return plain === '' || plain === '.' ? '' : `/${plain}`
}
