import picomatch from 'picomatch'

/** Picks endpoints by method and path: `GET /admin/**`, or `/admin/**` for every method. */
export interface EndpointPattern {
  /** As it was written, for messages. */
  readonly text: string
  matches(endpoint: { readonly method: string; readonly path: string }): boolean
}

/** Template braces mean alternatives to a glob; a word that no glob knows stands for any parameter instead. */
const withoutBraces = (path: string): string => path.replace(/\{[^}/]*\}/g, '-parameter-')

const form = /^(?:([A-Za-z*]+)\s+)?(\/.*|\*+)$/
const methods = new Set(['*', 'ALL', 'GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY'])

/** Why a text is no pattern of endpoints; null where it is one. */
export function patternMistake(text: string): string | null {
  const [all, method] = form.exec(text.trim()) ?? []
  if (all === undefined) return 'a pattern is a path such as "/admin/**", or a method and a path such as "GET /health"'
  return method === undefined || methods.has(method.toUpperCase()) ? null : `"${method}" is no method`
}

/** Reads a pattern. `*` stands for one segment, `**` for any number, `{id}` for any parameter. */
export function endpointPattern(text: string): EndpointPattern {
  const [, method, glob = text] = form.exec(text.trim()) ?? []
  const matchesPath = picomatch(withoutBraces(glob), { dot: true })
  const matchesMethod = (actual: string): boolean =>
    method === undefined || method === '*' || actual.toLowerCase() === method.toLowerCase()
  return {
    text,
    matches: (endpoint) => matchesMethod(endpoint.method) && matchesPath(withoutBraces(endpoint.path)),
  }
}
