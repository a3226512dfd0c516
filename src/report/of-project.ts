import type { Report } from '../model/report.js'
import type { RoutesListing } from '../model/routes.js'

interface Told {
  readonly report: Report
  readonly routes: RoutesListing
}

/**
 * The report and the listing of one project as a part of several: everything in them names it.
 * In: what makes a fingerprint of one project that of one among several.
 */
export function ofProject(
  name: string,
  report: Report,
  routes: RoutesListing,
  rename: (fingerprint: string) => string,
): Told {
  const { spec, code, summary } = report
  const named = <Item extends object>(items: readonly Item[]): readonly (Item & { readonly project: string })[] =>
    items.map((item) => ({ project: name, ...item }))
  return {
    report: {
      ...report,
      projects: [{ name, spec, code, summary }],
      endpoints: named(report.endpoints),
      findings: report.findings.map(({ id, cause, ...rest }) => ({
        id: rename(id),
        cause: rename(cause),
        project: name,
        ...rest,
      })),
      unverifiable: named(report.unverifiable),
    },
    routes: {
      code: named(routes.code),
      spec: named(routes.spec),
      unresolved: named(routes.unresolved),
      ignored: named(routes.ignored),
    },
  }
}

/** The listings of several projects as one, a project after the other. */
export const joinListings = (listings: readonly RoutesListing[]): RoutesListing => ({
  code: listings.flatMap(({ code }) => code),
  spec: listings.flatMap(({ spec }) => spec),
  unresolved: listings.flatMap(({ unresolved }) => unresolved),
  ignored: listings.flatMap(({ ignored }) => ignored),
})
