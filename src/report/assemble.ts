import { coverageOf } from '../diff/coverage.js'
import type { Contract, DocumentContract } from '../model/contract.js'
import type { Bill } from '../model/cost.js'
import type { Finding } from '../model/finding.js'
import { groupBy } from '../model/group.js'
import type { AnyPair } from '../model/pair.js'
import { countsOf } from '../model/project-report.js'
import type { EndpointCost, EndpointReport, EndpointUnverifiable, Report } from '../model/report.js'
import { toolVersion } from '../tool-version.js'
import { noElements, sumOf } from './coverage.js'
import { endpointsOf } from './endpoints.js'
import type { IgnoredEndpoint } from './routes.js'

/** Everything that a report is put together from. */
export interface Parts {
  readonly documents: readonly DocumentContract[]
  readonly sources: Report['code']
  readonly spec: Contract
  readonly pairs: readonly AnyPair[]
  readonly findings: readonly Finding[]
  readonly unverifiable: readonly EndpointUnverifiable[]
  readonly ignored: readonly IgnoredEndpoint[]
  readonly bill: Bill
}

/** The report: sorted, no times, the same bytes for the same input. */
export function assembleReport(parts: Parts): Report {
  const endpoints = endpointReports(parts)
  const { findings, unverifiable } = parts
  return {
    version: 1,
    tool: { name: 'tattletype', version: toolVersion },
    spec: parts.documents.map(({ file, dialect }) => ({ file, dialect })),
    code: parts.sources,
    summary: {
      endpoints: { ...countStates(endpoints), ignored: parts.ignored.length },
      ...countsOf(findings),
      coverage: sumOf(endpoints.map(({ coverage }) => coverage)),
      cost: parts.bill.summary,
    },
    endpoints,
    findings,
    unverifiable,
  }
}

function endpointReports({ pairs, spec, findings, unverifiable, bill }: Parts): readonly EndpointReport[] {
  const comparable = pairs.filter((pair) => pair.kind !== 'document')
  const drifts = groupBy(
    findings.filter(({ severity }) => severity !== 'info'),
    nameOf,
  )
  const doubts = groupBy(unverifiable, nameOf)
  return endpointsOf(comparable)
    .map((endpoint, index): EndpointReport => {
      const { method, path } = endpoint
      const name = nameOf(endpoint)
      const kind = comparable[index]?.kind ?? 'matched'
      return {
        method,
        path,
        state: kind,
        spec: endpoint.spec?.at ?? null,
        code: endpoint.code?.at ?? null,
        coverage:
          kind === 'matched' && endpoint.spec
            ? coverageOf(endpoint.spec, spec.schemas, drifts.get(name) ?? [], doubts.get(name) ?? [])
            : noElements,
        cost: bill.endpoints[index] ?? noCost,
      }
    })
    .sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
}

const noCost: EndpointCost = {
  points: 0,
  creation: 0,
  upkeep: { low: 0, expected: 0, high: 0 },
  mending: 0,
  changes: 0,
  months: 0,
}

interface Named {
  readonly method: string
  readonly path: string
}

const nameOf = ({ method, path }: Named): string => `${method} ${path}`

function countStates(endpoints: readonly EndpointReport[]): Omit<Report['summary']['endpoints'], 'ignored'> {
  const number = (state: EndpointReport['state']): number => endpoints.filter((one) => one.state === state).length
  return {
    documented: endpoints.filter(({ spec }) => spec !== null).length,
    served: endpoints.filter(({ code }) => code !== null).length,
    matched: number('matched'),
    undocumented: number('undocumented'),
    unimplemented: number('unimplemented'),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
