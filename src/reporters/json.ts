import type { Report } from '../model/report.js'
import type { Reporter } from './reporter.js'

/** The report itself; the same report gives the same bytes. */
export const json: Reporter = (report) => `${JSON.stringify(sorted(report), null, 2)}\n`

function sorted(report: Report): Report {
  return {
    ...report,
    spec: sortBy(report.spec, ({ file }) => [file]),
    endpoints: sortBy(report.endpoints, ({ project = '', path, method }) => [project, path, method]),
    findings: sortBy(report.findings, (finding) => [...keyOf(finding), finding.rule, finding.id]),
    unverifiable: sortBy(report.unverifiable, (element) => [...keyOf(element), element.reason]),
  }
}

interface Element {
  readonly project?: string
  readonly method: string
  readonly path: string
  readonly part: string
  readonly status: string | null
  readonly mediaType: string | null
  readonly pointer: string
}

const keyOf = ({ project = '', path, method, part, status, mediaType, pointer }: Element): string[] => [
  project,
  path,
  method,
  part,
  status ?? '',
  mediaType ?? '',
  pointer,
]

/** Sorts by code units, which no locale changes. */
function sortBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Item[] {
  const keyed = items.map((item) => ({ item, key: keysOf(item).join('\0') }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}
