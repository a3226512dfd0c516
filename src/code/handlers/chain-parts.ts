import { type Inputs, pathNames } from './assembly/parameters.js'
import { withCredentials } from './credentials.js'
import type { Answer, Chain, Demand } from './exchange.js'
import type { Link } from './middleware.js'

/** What a function answers, with what a known one is known to. */
export function answersOf({ trace, known }: Link): readonly Answer[] {
  const content = { mediaType: '*/*', schema: { inexact: 'another package writes it' } }
  const given = (known?.statuses ?? []).map(
    (status): Answer => ({
      statuses: { known: true, values: [status] },
      content,
      headers: [],
      at: trace.at,
    }),
  )
  return [...trace.answers, ...given]
}

/** A middleware that looks at a whole input takes none of its fields; a body that only it reads is no body of a `GET`. */
export function inputsOf(before: readonly Link[], handler: readonly Link[], chain: Chain): Inputs {
  const { method, demands = [] } = chain
  const bodiless = method === 'GET' || method === 'HEAD'
  const seen = before.flatMap((link) => {
    const reads = link.trace.reads.filter((read) => read.path.length > 0 && !(bodiless && read.place === 'body'))
    return withCredentials(link, reads)
  })
  return {
    reads: [...seen, ...handler.flatMap(({ trace }) => trace.reads)],
    demands: [...demands, ...[...before, ...handler].flatMap(({ trace }) => trace.demands)].map((demand) =>
      placed(demand, chain),
    ),
  }
}

/** A field that is looked for everywhere is the path's where the path has its name, the query's where there is no body. */
function placed(demand: Demand, { method, path }: Chain): Demand {
  if (demand.anywhere === undefined) return demand
  if (pathNames(path).includes(demand.anywhere)) return { ...demand, place: 'path' }
  return method === 'GET' || method === 'HEAD' || method === 'DELETE' ? { ...demand, place: 'query' } : demand
}

/** The body's media type where a parser on the route itself takes another than JSON. */
export function parsedType(links: readonly Link[]): string | null {
  const types = links.flatMap(({ known }) => (known?.parses === undefined ? [] : [known.parses]))
  if (types.includes('multipart/form-data')) return 'multipart/form-data'
  return types.includes('application/json') ? 'application/json' : (types[0] ?? null)
}
