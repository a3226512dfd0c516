import type { CostFigure, CostTerm, PointsInParts } from '../model/cost-explanation.js'
import type { Finding } from '../model/finding.js'
import type { CostSummary, EndpointCost } from '../model/report.js'
import { endpointRate, expectedRate } from './changes.js'
import { wholeEndpointRules } from './coefficients.js'
import { countQuantile } from './negative-binomial.js'
import { cents } from './rounding.js'

/** What is to be explained: an endpoint's figures, where its points stand, its findings, and the bill that it belongs to. */
export interface Explained {
  readonly cost: EndpointCost
  readonly points: PointsInParts
  readonly findings: readonly Finding[]
  readonly summary: CostSummary
}

/** Every term of every figure of one endpoint, with its value, its unit and its source. */
export function explainCost(explained: Explained): readonly CostFigure[] {
  return [pointsFigure(explained), creationFigure(explained), upkeepFigure(explained), mendingFigure(explained)]
}

function pointsFigure({ cost, points: { parameters, responses, properties, shared } }: Explained): CostFigure {
  const point = (term: string, value: number, source = 'counted') => ({ term, value, unit: 'points', source })
  const terms = [
    point('the operation', 1),
    ...(parameters > 0 ? [point('parameters', parameters)] : []),
    ...(responses > 0 ? [point('responses', responses)] : []),
    ...(properties > 0 ? [point('properties written here', properties)] : []),
    ...shared
      .filter(({ points }) => points > 0)
      .map(({ schema, points, endpoints }) =>
        endpoints === 1
          ? point(`properties of ${schema}`, points, 'counted; no other endpoint reaches it')
          : point(
              `properties of ${schema}`,
              cents(points / endpoints),
              `${points}, split among ${endpoints} endpoints`,
            ),
      ),
  ]
  const formula = terms.map(({ value }) => value).join(' + ')
  return { figure: 'points', value: cost.points, unit: 'points', formula, terms }
}

function creationFigure({ cost, summary }: Explained): CostFigure {
  const { of, from } = reader(summary)
  return {
    figure: 'creation',
    value: cost.creation,
    unit: 'minutes',
    formula: `${of('offsetMinutes')} + ${of('minutesPerPoint')} × ${cost.points}`,
    terms: [
      ...['offsetMinutes', 'minutesPerPoint', 'calibrationDays', 'calibrationEndpoints', 'hoursPerDay'].map(from),
      from('pointsPerEndpoint'),
    ],
  }
}

function upkeepFigure({ cost, summary }: Explained): CostFigure {
  const { of, from } = reader(summary)
  const rate = endpointRate(cost, of('repositoryRate'))
  const monthly = Math.round(expectedRate(rate) * 100_000) / 100_000
  const within = (share: number) => countQuantile(share, rate.shape, rate.rate, 12)
  const percentile = (term: string, share: number): CostTerm => {
    return { term, value: within(share), unit: 'changes a year', source: 'a negative binomial of the same rate' }
  }
  const unknown = summary.unknown ?? 'the endpoint is not in the history'
  const seen = cost.months > 0 ? `seen in ${cost.months} months of its history` : `prior only: ${unknown}`
  const changes: CostTerm = {
    term: 'contract changes of this endpoint',
    value: cost.changes,
    unit: 'changes',
    source:
      cost.commits === undefined ? seen : `estimated: ${cost.commits} commits of its code × ${of('contractShare')}`,
  }
  return {
    figure: 'upkeep',
    value: cost.upkeep,
    unit: 'minutes a year',
    formula: `12 × ${monthly} × (${of('minutesToOpen')} + ${of('minutesPerRevision')} × ${of('pointsTouched')})`,
    terms: [
      changes,
      ...(cost.commits === undefined ? [] : codeTerms(cost.commits, cost.months, from('contractShare'))),
      {
        term: 'how often it will change: the changes seen, drawn toward the repository',
        value: monthly,
        unit: 'changes a month',
        source: `(${of('ownChanges')} + ${cost.changes}) / (${of('ownChanges')} / ${of('repositoryRate')} + ${cost.months})`,
      },
      ...['repositoryRate', 'priorRate', 'priorChanges', 'ownChanges', 'minutesToOpen', 'minutesPerRevision'].map(from),
      ...['revisionRatio', 'pointsTouched'].map(from),
      percentile('low: one year in ten has no more', 0.1),
      from('fewestPointsTouched'),
      percentile('high: nine years in ten have no more', 0.9),
      from('mostPointsTouched'),
    ],
  }
}

const codeTerms = (commits: number, months: number, share: CostTerm): readonly CostTerm[] => [
  {
    term: 'commits that changed its code, its part of those that it shares with other endpoints',
    value: commits,
    unit: 'commits',
    source: `the document has no past of it; its file has been there for ${months} months`,
  },
  share,
]

function mendingFigure({ cost, findings, summary }: Explained): CostFigure {
  const { of, from } = reader(summary)
  const opens = findings.some(({ rule }) => !wholeEndpointRules.has(rule))
  const byRule = grouped(findings)
  const terms = [
    ...(opens ? [from('minutesToOpen')] : []),
    ...[...byRule].map(([rule, some]): CostTerm => {
      const value = cents(some.reduce((sum, { minutes }) => sum + minutes, 0))
      return { term: `${some.length} × ${rule}`, value, unit: 'minutes', source: sourceOfRule(rule, of) }
    }),
  ]
  const sum = cents(terms.reduce((total, { value }) => total + value, 0))
  const formula =
    sum > cost.creation
      ? `${cost.creation}, since writing it anew takes less than ${sum}`
      : terms.map(({ value }) => value).join(' + ')
  return { figure: 'mending', value: cost.mending, unit: 'minutes', formula: formula || 'no findings', terms }
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding])
  return groups
}

function sourceOfRule(rule: string, of: (name: string) => number): string {
  if (rule === 'undocumented-endpoint') return 'the endpoint has to be written'
  if (wholeEndpointRules.has(rule)) return `an entry to take out or to move: ${of('minutesToOpen')} minutes`
  if (rule === 'enum-mismatch') return `${of('minutesPerKeyword')} each, and ${of('minutesPerEnumValue')} a value`
  if (rule === 'security-mismatch') return `${of('minutesPerSecurity')} each`
  return `${of('minutesPerRevision')} for a point, ${of('minutesPerKeyword')} for a keyword`
}

function reader({ constants, sources = {} }: CostSummary) {
  const of = (name: string): number => constants[name] ?? 0
  const from = (name: string): CostTerm => {
    const { unit = '', means = name, source = '' } = sources[name] ?? {}
    return { term: means, value: of(name), unit, source }
  }
  return { of, from }
}
