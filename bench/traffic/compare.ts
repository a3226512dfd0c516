import type { Finding } from '../../src/model/finding.js'
import type { AnyPair } from '../../src/model/pair.js'
import type { Problem } from './drift.js'

/** What became of one thing that the traffic showed. */
export type Verdict =
  | { readonly kind: 'found'; readonly finding: Finding }
  /** It is said of the right document too: a request that is refused as documented, or what redocly does not understand. */
  | { readonly kind: 'anyway' }
  | { readonly kind: 'missed' }

/** Looks for what the traffic showed among the findings: the same endpoint, the same part, the same place or one around it. */
export function verdictOn(
  problem: Problem,
  anyway: readonly Problem[],
  findings: readonly Finding[],
  pairs: readonly AnyPair[],
): Verdict {
  if (anyway.some((other) => nameOf(other) === nameOf(problem))) return { kind: 'anyway' }
  const finding = findings.find((each) => isSame(problem, each, pairs))
  return finding === undefined ? { kind: 'missed' } : { kind: 'found', finding }
}

const nameOf = ({ method, path, status, message }: Problem): string => `${method} ${path} ${status} ${message}`

function isSame(problem: Problem, finding: Finding, pairs: readonly AnyPair[]): boolean {
  if (problem.ruleId === 'undocumented-endpoint') return isServed(problem, finding, pairs)
  const template = problem.details?.operationPathTemplate
  const isHere = finding.method === problem.method && (template === undefined || finding.path === template)
  if (!isHere) return false
  if (problem.ruleId === 'security-baseline')
    return finding.rule === 'security-mismatch' && expressionOf(finding.path).test(problem.path) && problem.status < 400
  const query = /query parameter.*"([^"]+)"/.exec(problem.message)
  if (query !== null)
    return (
      finding.part === 'query' && finding.pointer === `/${query[1]}` && expressionOf(finding.path).test(problem.path)
    )
  const isThere = finding.part === problem.target && (finding.part !== 'response' || isStatus(finding, problem))
  return isThere && around(finding.pointer, pointerOf(problem))
}

const isStatus = (finding: Finding, problem: Problem): boolean => finding.status === String(problem.status)

/** An endpoint that the document lacks, or has under another name. */
function isServed(problem: Problem, finding: Finding, pairs: readonly AnyPair[]): boolean {
  return pairs.some((pair) => {
    if (pair.kind !== 'undocumented' && pair.kind !== 'moved') return false
    const { code } = pair
    const named = pair.kind === 'moved' ? pair.spec : code
    const isIt = code.method === problem.method && expressionOf(code.path).test(problem.path)
    return isIt && finding.part === 'endpoint' && finding.method === named.method && finding.path === named.path
  })
}

const expressionOf = (template: string): RegExp => new RegExp(`${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)

/** `/data/0/failure` as findings write it, `/data/failure` of what lacks a field included. */
function pointerOf({ dataPath = '', details }: Problem): string {
  const missing = details?.params?.missingProperty
  const whole = missing === undefined || dataPath.endsWith(`/${missing}`) ? dataPath : `${dataPath}/${missing}`
  return whole.replaceAll(/\/\d+(?=\/|$)/g, '/*')
}

const around = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`) || one === '' || other === ''
