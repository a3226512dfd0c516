import { suggestIgnores } from '../config/suggest-ignores.js'
import type { AuditResult } from '../model/audit-result.js'
import type { Location } from '../model/location.js'
import type { EndpointReport } from '../model/report.js'
import { type Paint, paintOf } from '../reporters/pretty/paint.js'
import { visible } from '../reporters/visible.js'
import { narrowed } from './projects/narrowed.js'
import { table } from './table.js'

type Audited = Extract<AuditResult, { ok: true }>

const headings = [
  ['matched', 'On both sides'],
  ['moved', 'Moved: one endpoint under two names'],
  ['undocumented', 'Only in the code'],
  ['unimplemented', 'Only in the document'],
] as const

/** The listing for a person: each endpoint under what became of it, with its place on either side; a project after the other. */
export function routesTable(audit: Audited, color: boolean): string {
  const paint = paintOf(color)
  const { projects, summary } = audit.report
  const lines =
    projects === undefined
      ? listing(audit, paint)
      : projects.flatMap(({ name }) => [
          paint.strong(`── ${visible(name)}`),
          '',
          ...listing(narrowed(audit, name), paint),
        ])
  const { documented, served, matched } = summary.endpoints
  return `${[...lines, `${served} served, ${documented} documented, ${matched} matched`].join('\n')}\n`
}

function listing({ report, routes }: Audited, paint: Paint): string[] {
  const adapters = new Map(routes.code.map(({ method, path, adapter }) => [`${method} ${path}`, adapter]))
  const section = (title: string, rows: readonly (readonly string[])[]): string[] =>
    rows.length === 0 ? [] : [`${paint.strong(title)} ${paint.faint(`(${rows.length})`)}`, ...table(rows), '']
  const spare = suggestIgnores(report.endpoints.filter(({ state }) => state === 'undocumented'))
  const hints = spare.map(({ kind, pattern }) => `${kindWords[kind]}: --ignore "${pattern}"`)
  return [
    ...headings.flatMap(([state, title]) => {
      const endpoints = report.endpoints.filter((endpoint) => endpoint.state === state)
      return section(
        title,
        endpoints.map((endpoint) => rowOf(endpoint, adapters.get(`${endpoint.method} ${endpoint.path}`))),
      )
    }),
    ...section(
      'Not followed',
      routes.unresolved.map((route) => [placeOf(route), route.reason]),
    ),
    ...section(
      'Ignored',
      routes.ignored.map((route) => [route.method, route.path, placeOf(route), `by ${route.pattern}`]),
    ),
    ...section(
      'These look like what a document leaves out on purpose',
      hints.map((hint) => [hint]),
    ),
  ]
}

const kindWords = {
  health: 'a health check',
  metrics: 'metrics',
  docs: 'documentation',
  cron: 'a scheduled job',
  static: 'static files',
} as const

function rowOf({ method, path, code, spec, state }: EndpointReport, adapter: string | undefined): string[] {
  if (state === 'unimplemented') return [method, path, placeOf(spec)]
  if (state === 'undocumented') return [method, path, placeOf(code), adapter ?? '']
  return [method, path, placeOf(code), placeOf(spec)]
}

type Place = Pick<Location, 'file' | 'line' | 'column'>

const placeOf = (at: Place | null): string => (at === null ? '' : `${at.file}:${at.line}:${at.column}`)
