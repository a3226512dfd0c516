import { billTogether } from '../cost/together.js'
import type { ProjectReport, Report } from '../model/report.js'
import { sumOf } from './coverage.js'

/**
 * Reports of several projects as one, whoever audited which: the same projects give the same report in whatever groups they
 * come. In: at least one report, each with its projects, of one tool and since one moment.
 */
export function joinReports(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports
  const projects = reports.flatMap((report) => report.projects ?? []).sort(byName)
  const order = new Map(projects.map(({ name }, index) => [name, index]))
  const inOrder = <Item extends { readonly project?: string }>(items: readonly Item[]): readonly Item[] => {
    const placeOf = ({ project = '' }: Item) => order.get(project) ?? 0
    // The sort is stable: inside of a project its own order stays.
    return [...items].sort((a, b) => placeOf(a) - placeOf(b))
  }
  const since = reports.flatMap((report) => (report.since === undefined ? [] : [report.since]))
  const total = (of: (one: { readonly standing: number; readonly mended: number }) => number) =>
    since.reduce((sum, one) => sum + of(one), 0)
  return {
    version: 1,
    tool: first.tool,
    spec: once(projects.flatMap(({ spec }) => spec)),
    code: once(projects.flatMap(({ code }) => code)),
    summary: summaryOf(projects),
    projects,
    endpoints: inOrder(reports.flatMap(({ endpoints }) => endpoints)),
    findings: inOrder(reports.flatMap(({ findings }) => findings)),
    unverifiable: inOrder(reports.flatMap(({ unverifiable }) => unverifiable)),
    // Last, as where it is added to the report of one run: the same bytes hold the same order.
    ...(first.since === undefined
      ? {}
      : {
          since: { name: first.since.name, standing: total((one) => one.standing), mended: total((one) => one.mended) },
        }),
  }
}

function summaryOf(projects: readonly ProjectReport[]): Report['summary'] {
  const summaries = projects.map(({ summary }) => summary)
  const sum = (of: (summary: Report['summary']) => number) => summaries.reduce((total, one) => total + of(one), 0)
  return {
    endpoints: {
      documented: sum(({ endpoints }) => endpoints.documented),
      served: sum(({ endpoints }) => endpoints.served),
      matched: sum(({ endpoints }) => endpoints.matched),
      undocumented: sum(({ endpoints }) => endpoints.undocumented),
      unimplemented: sum(({ endpoints }) => endpoints.unimplemented),
      ignored: sum(({ endpoints }) => endpoints.ignored),
    },
    findings: {
      error: sum(({ findings }) => findings.error),
      warning: sum(({ findings }) => findings.warning),
      info: sum(({ findings }) => findings.info),
    },
    causes: sum(({ causes }) => causes),
    coverage: sumOf(summaries.map(({ coverage }) => coverage)),
    cost: billTogether(summaries.map(({ cost }) => cost)),
  }
}

/** Two projects may share a document. */
function once<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

const byName = (a: ProjectReport, b: ProjectReport): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
