import picomatch from 'picomatch'

/** Picks endpoints by method and path: `GET /admin/**`, or `/admin/**` for every method. */
export interface EndpointPattern {
  /** As it was written, for messages. */
  readonly text: string
  matches(endpoint: { readonly method: string; readonly path: string }): boolean
}

/** Template braces mean alternatives to a glob; a word that no glob knows stands for any parameter instead. */
const withoutBraces = (path: string): string => path.replace(/\{[^}/]*\}/g, '-parameter-')

/** Reads a pattern. `*` stands for one segment, `**` for any number, `{id}` for any parameter. */
export function endpointPattern(text: string): EndpointPattern {
  const [, method, glob = text] = /^(?:([A-Za-z*]+)\s+)?(\/.*|\*+)$/.exec(text.trim()) ?? []
  const matchesPath = picomatch(withoutBraces(glob), { dot: true })
  const matchesMethod = (actual: string): boolean =>
    method === undefined || method === '*' || actual.toLowerCase() === method.toLowerCase()
  return {
    text,
    matches: (endpoint) => matchesMethod(endpoint.method) && matchesPath(withoutBraces(endpoint.path)),
  }
}
