import type { Finding } from '../../src/model/finding.js'
import type { EndpointReport, Report } from '../../src/model/report.js'

/** A finding about `/status` in the answer of `GET /orders`. */
export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    id: '0123456789abcdef',
    cause: more.id ?? '0123456789abcdef',
    rule: 'enum-mismatch',
    severity: 'error',
    method: 'GET',
    path: '/orders',
    part: 'response',
    status: '200',
    mediaType: 'application/json',
    pointer: '/status',
    message: 'The handler can send "archived"; the document allows only "active".',
    fix: 'Add the value to the enum.',
    spec: { file: 'openapi.yaml', line: 2, column: 3, pointer: '/paths' },
    code: { file: 'src/orders.ts', line: 1, column: 7 },
    proof: { value: { id: 1, status: 'archived' }, acceptedBy: 'code', refusedBy: 'spec' },
    minutes: 3.2,
    ...more,
  }
}

export function endpointReportOf(more: Partial<EndpointReport> = {}): EndpointReport {
  return {
    method: 'GET',
    path: '/orders',
    state: 'matched',
    spec: { file: 'openapi.yaml', line: 2, column: 3, pointer: '/paths' },
    code: { file: 'src/orders.ts', line: 1, column: 7 },
    coverage: { elements: 4, verified: 3, drifted: 1, unverifiable: 0 },
    cost: {
      points: 4,
      creation: 75.56,
      upkeep: { low: 0, expected: 12.43, high: 84.32 },
      mending: 13.2,
      changes: 0,
      months: 0,
    },
    ...more,
  }
}

/** A report of one matched endpoint with these findings. */
export function reportOf(findings: readonly Finding[] = [], more: Partial<Report> = {}): Report {
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return {
    version: 1,
    tool: { name: 'tattletype', version: '1.2.3' },
    spec: [{ file: 'openapi.yaml', dialect: 'openapi-3.0' }],
    code: [{ project: 'tsconfig.json', adapters: ['express'] }],
    summary: {
      endpoints: { documented: 1, served: 1, matched: 1, undocumented: 0, unimplemented: 0, ignored: 0 },
      findings: { error: of('error'), warning: of('warning'), info: of('info') },
      causes: new Set(findings.map(({ cause }) => cause)).size,
      coverage: { elements: 4, verified: 3, drifted: 1, unverifiable: 0 },
      cost: {
        model: 1,
        points: 4,
        creation: { low: 30, expected: 75.56, high: 240 },
        upkeep: { low: 3.88, expected: 12.43, high: 39.78 },
        mending: 13.2,
        changes: 0,
        months: 0,
        unknown: 'no git',
        days: 0.16,
        debtRatio: 0.1747,
        grade: 'C',
        constants: { hoursPerDay: 8 },
      },
    },
    endpoints: [endpointReportOf()],
    findings,
    unverifiable: [],
    ...more,
  }
}
