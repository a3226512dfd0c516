import { endpointPattern } from '../diff/endpoint-pattern.js'
import type { UnpricedFinding } from '../model/cost.js'
import type { Drift } from '../model/finding.js'
import type { RuleSetting } from '../model/options.js'
import type { AnyPair } from '../model/pair.js'
import type { EndpointUnverifiable } from '../model/report.js'
import type { Observation, Rule } from '../model/rule.js'
import { shareCauses } from './causes.js'
import { digest } from './digest.js'
import { rules } from './index.js'
import type { Settings } from './settings.js'
import type { Uncaused } from './uncaused.js'

/**
 * Asks every rule about each pair that it knows how to judge. Settings decide the severity; the same element found twice
 * by one rule is one finding; the order is that of the endpoints.
 */
export function applyRules(
  pairs: readonly AnyPair[],
  settings: Settings,
): { readonly findings: readonly UnpricedFinding[]; readonly unverifiable: readonly EndpointUnverifiable[] } {
  const findings = new Map<string, Uncaused>()
  const unverifiable = new Map<string, EndpointUnverifiable>()
  for (const pair of pairs) {
    const endpoint = endpointOf(pair)
    for (const doubt of doubtsOf(pair)) remember(unverifiable, { ...endpoint, ...doubt })
    for (const [id, rule] of Object.entries(rules)) {
      const setting = settingFor(id, endpoint, settings)
      if (setting === 'off') continue
      for (const observation of ask(rule, pair)) {
        if ('cannotTell' in observation) {
          const { cannotTell: _, ...doubt } = observation
          remember(unverifiable, { ...endpoint, ...doubt })
        } else {
          const finding = findingOf(id, rule, endpoint, observation, setting)
          findings.set(finding.id, merged(findings.get(finding.id), finding))
        }
      }
    }
  }
  return {
    findings: [...shareCauses([...findings.values()])].sort(byPlace),
    unverifiable: [...unverifiable.values()].sort(byPlace),
  }
}

interface EndpointName {
  readonly method: string
  readonly path: string
}

function endpointOf(pair: AnyPair): EndpointName {
  if (pair.kind === 'document') return { method: '', path: '' }
  const { method, path } = pair.kind === 'undocumented' ? pair.code : pair.spec
  return { method, path }
}

const sketched = { part: 'endpoint', status: null, mediaType: null, pointer: '' } as const

function doubtsOf(pair: AnyPair): readonly Omit<EndpointUnverifiable, 'method' | 'path'>[] {
  if (pair.kind !== 'matched') return []
  if (pair.spec.sketch) return [{ ...sketched, reason: 'the document holds no more than a summary of this operation' }]
  return pair.unverifiable
}

function ask(rule: Rule, pair: AnyPair): Iterable<Observation> {
  if (pair.kind === 'matched') return rule.matched?.(pair) ?? []
  if (pair.kind === 'undocumented') return rule.undocumented?.(pair) ?? []
  if (pair.kind === 'unimplemented') return rule.unimplemented?.(pair) ?? []
  if (pair.kind === 'moved') return rule.moved?.(pair) ?? []
  return rule.document?.(pair) ?? []
}

function remember(known: Map<string, EndpointUnverifiable>, doubt: EndpointUnverifiable): void {
  const key = JSON.stringify([
    doubt.method,
    doubt.path,
    doubt.part,
    doubt.status,
    doubt.mediaType,
    doubt.pointer,
    doubt.reason,
  ])
  known.set(key, doubt)
}

function settingFor(id: string, endpoint: EndpointName, settings: Settings): RuleSetting | undefined {
  const applying = settings.overrides.filter(
    (override) =>
      override.rules[id] !== undefined && override.paths.some((pattern) => endpointPattern(pattern).matches(endpoint)),
  )
  return applying.at(-1)?.rules[id] ?? settings.severities[id]
}

function findingOf(
  id: string,
  rule: Rule,
  endpoint: EndpointName,
  drift: Drift,
  setting: RuleSetting | undefined,
): Uncaused {
  const { part, status, mediaType, pointer } = drift
  return {
    id: digest([id, endpoint.method, endpoint.path, part, status, mediaType, pointer]),
    rule: id,
    severity: setting === undefined || setting === 'off' ? (drift.severity ?? rule.severity) : setting,
    ...endpoint,
    part,
    status,
    mediaType,
    pointer,
    message: drift.message,
    fix: drift.fix ?? rule.fix,
    spec: drift.spec,
    code: drift.code,
    proof: drift.proof,
    ...(drift.values === undefined ? {} : { values: drift.values }),
  }
}

/** One element found twice by one rule is one finding; only a document's faults at one place are several, told together. */
function merged(known: Uncaused | undefined, found: Uncaused): Uncaused {
  if (known === undefined) return found
  if (known.path !== '' || known.message.includes(found.message)) return known
  const severity = found.severity === 'error' ? 'error' : known.severity
  return { ...known, severity, message: `${known.message}; ${found.message}` }
}

type Placed = EndpointName & {
  readonly part: string
  readonly status: string | null
  readonly pointer: string
  readonly rule?: string
}

function byPlace(left: Placed, right: Placed): number {
  const keys = (one: Placed) => [one.path, one.method, one.part, one.status ?? '', one.pointer, one.rule ?? '']
  const [ones, others] = [keys(left), keys(right)]
  const at = ones.findIndex((key, index) => key !== others[index])
  if (at < 0) return 0
  return (ones[at] ?? '') < (others[at] ?? '') ? -1 : 1
}
