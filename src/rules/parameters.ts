import { parameterPairs } from '../diff/parameter-pairs.js'
import { escapeStep } from '../model/elements.js'
import type { Endpoint, Parameter, Security } from '../model/endpoint.js'
import type { Drift, ElementAddress } from '../model/finding.js'
import type { Pair } from '../model/pair.js'
import type { Observation } from '../model/rule.js'
import { cannotTell } from './gaps.js'

/** The address of a parameter. */
export function addressOf(parameter: Parameter): ElementAddress {
  return { part: parameter.in, status: null, mediaType: null, pointer: `/${escapeStep(parameter.name)}` }
}

/** Headers that describe the exchange, not the endpoint: OpenAPI wants them ignored as parameters. */
const standardHeaders = ['accept', 'content-type', 'authorization']

/** Whether a parameter is one that a document describes elsewhere: as content, or as a security scheme. */
export function isImplied(parameter: Parameter, spec: Endpoint): boolean {
  if (parameter.in === 'path') return false
  if (parameter.implied) return true
  if (parameter.in === 'header' && standardHeaders.includes(parameter.name.toLowerCase())) return true
  return schemesOf(spec.security).some((scheme) => scheme.toLowerCase() === parameter.name.toLowerCase())
}

function schemesOf(security: Security): readonly string[] {
  return 'schemes' in security ? [...security.schemes, ...(security.carriers ?? [])] : []
}

/** Parameters that must be given on one side only. */
export function* parameterRequirements(pair: Pair<'matched'>): Generator<Observation> {
  if (pair.spec.sketch) return
  for (const [spec, code] of parameterPairs(pair.spec, pair.code)) {
    if (spec.in === 'path' || spec.required === undefined || spec.required === code.required) continue
    if (code.required === undefined) {
      // What is only read may be missing, as far as anyone can see: that is what "optional" says.
      if (spec.required)
        yield cannotTell(addressOf(spec), 'the code reads it, and does not show whether it insists on it')
      continue
    }
    const where = `The ${spec.in} parameter "${spec.name}"`
    yield {
      ...addressOf(spec),
      message: spec.required
        ? `${where} is required in the document, but the code also does without it.`
        : `${where} is required by the code, but the document calls it optional.`,
      severity: spec.required ? 'warning' : 'error',
      spec: spec.at,
      code: code.at,
      proof: null,
    }
  }
}

/** Path parameters that the two sides name differently at the same position: the endpoint is the same, the name is not. */
export function* renamedPathParameters(spec: Endpoint, code: Endpoint): Generator<Drift> {
  for (const [documented, served] of parameterPairs(spec, code)) {
    if (documented.in !== 'path' || documented.name === served.name) continue
    yield {
      ...addressOf(documented),
      message: `The path parameter "${documented.name}" is called "${served.name}" in the code.`,
      severity: 'info',
      fix: 'Use one name on both sides, so that readers of the code find it in the document.',
      spec: documented.at,
      code: served.at,
      proof: null,
    }
  }
}
