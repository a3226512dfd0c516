import type { Finding } from '../../model/finding.js'
import { groupBy } from '../../model/group.js'
import type { Cause, Section } from './cause.js'
import { severities } from './words.js'

/** Findings as a person mends them: by cause, each told by its worst. */
export function causesOf(findings: readonly Finding[]): Cause[] {
  return [...groupBy(findings, ({ cause }) => cause).values()].map(causeOf)
}

/** Causes under the endpoints that they reach, worst first; the faults of the document itself come last. */
export function sectionsOf(causes: readonly Cause[]): Section[] {
  const keyOf = ({ finding, findings }: Cause) => [finding.project ?? '', ...endpointsOf(findings)].join('\n')
  const sections = [...groupBy(causes, keyOf).values()].map((grouped): Section => {
    const endpoints = endpointsOf(grouped.flatMap(({ findings }) => findings))
    const project = grouped[0]?.finding.project
    return { ...(project === undefined ? {} : { project }), endpoints, causes: [...grouped].sort(bySeverity) }
  })
  return sections.sort(byWeight)
}

/** The distinct endpoints of some findings, in their order. */
function endpointsOf(findings: readonly Finding[]): string[] {
  const named = findings.filter(({ path }) => path !== '')
  return [...new Set(named.map(({ method, path }) => `${method} ${path}`))].sort(byPath)
}

function causeOf(findings: readonly Finding[]): Cause {
  const [first, ...rest] = findings
  const worst = rest.reduce((a, b) => (b && a && rank(b) < rank(a) ? b : a), first)
  if (!worst) throw new Error('a cause without a finding')
  return { finding: worst, findings }
}

const rank = ({ severity }: Finding): number => severities.indexOf(severity)
const bySeverity = (a: Cause, b: Cause): number => rank(a.finding) - rank(b.finding)

/** More errors first, then more warnings, then more notes; else as the report lists them. */
function byWeight(a: Section, b: Section): number {
  if ((a.endpoints.length === 0) !== (b.endpoints.length === 0)) return a.endpoints.length === 0 ? 1 : -1
  for (const severity of severities) {
    const difference = amountOf(b, severity) - amountOf(a, severity)
    if (difference !== 0) return difference
  }
  return 0
}

const amountOf = ({ causes }: Section, severity: string): number =>
  causes.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0)

const pathOf = (endpoint: string): string => endpoint.slice(endpoint.indexOf(' ') + 1)
const byPath = (a: string, b: string): number =>
  pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : a < b ? -1 : 1
