/** Endpoints that most documents leave out on purpose, and the pattern that leaves them out of the audit too. */
export interface IgnoreSuggestion {
  readonly kind: 'health' | 'metrics' | 'docs' | 'cron' | 'static'
  /** For `ignore`. */
  readonly pattern: string
  /** How many of the routes it names. */
  readonly routes: number
}

interface Route {
  readonly method: string
  readonly path: string
}

interface Habit {
  readonly kind: IgnoreSuggestion['kind']
  readonly segment: RegExp
  /** What may follow the segment; a path that goes on otherwise is a resource of that name. */
  readonly rest: RegExp
  readonly methods: ReadonlySet<string>
}

const reading = new Set(['GET', 'HEAD', 'ALL'])
const running = new Set(['GET', 'POST', 'ALL'])

const habits: readonly Habit[] = [
  {
    kind: 'health',
    segment: /^(health(z|_?-?checks?)?|livez?|liveness|readyz?|readiness|alive|ping|heartbeat|_?status)$/i,
    rest: /^(\/(livez?|liveness|readyz?|readiness|startup|db|database|redis|cache|ping|detailed|full))?$/i,
    methods: reading,
  },
  { kind: 'metrics', segment: /^(metrics|prometheus)$/i, rest: /^$/, methods: reading },
  {
    kind: 'docs',
    segment:
      /^(docs|api-?docs?|swagger(-?ui)?|redoc|scalar|(docs|swagger|openapi|api-?docs)(-json|-yaml|\.json|\.ya?ml)|reference)$/i,
    rest: /^((\/[\w.-]+)*|\/\{\*[^}]+\})$/,
    methods: reading,
  },
  { kind: 'cron', segment: /^_?crons?(-?jobs?)?$/i, rest: /^\/.+$|^$/, methods: running },
  {
    kind: 'static',
    segment: /^(static|public|assets|uploads|images|media|files)$/i,
    rest: /^\/\{\*[^}]+\}$/,
    methods: reading,
  },
  {
    kind: 'static',
    segment: /^(favicon\.ico|robots\.txt|sitemap\.xml|manifest\.(json|webmanifest))$/i,
    rest: /^$/,
    methods: reading,
  },
]

/** Patterns for those routes that look like health checks, metrics, documentation, scheduled jobs or static files. */
export function suggestIgnores(routes: readonly Route[]): readonly IgnoreSuggestion[] {
  const found = new Map<string, IgnoreSuggestion>()
  for (const route of routes) {
    const suggested = suggestionFor(route)
    if (suggested === null) continue
    const before = found.get(suggested.pattern)
    found.set(suggested.pattern, { ...suggested, routes: (before?.routes ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => (a.pattern < b.pattern ? -1 : 1))
}

function suggestionFor({ method, path }: Route): Omit<IgnoreSuggestion, 'routes'> | null {
  for (const { kind, segment, rest, methods } of habits) {
    if (!methods.has(method)) continue
    const segments = path.split('/').slice(1)
    const index = segments.findIndex((each) => segment.test(each))
    // Below a parameter it belongs to a resource: `/orders/{id}/status`.
    if (index < 0 || segments.slice(0, index).some((each) => each.startsWith('{'))) continue
    const head = `/${segments.slice(0, index + 1).join('/')}`
    const tail = path.slice(head.length)
    if (!rest.test(tail)) continue
    return { kind, pattern: tail === '' ? `${method === 'ALL' ? '' : `${method} `}${head}` : `${head}/**` }
  }
  return null
}
