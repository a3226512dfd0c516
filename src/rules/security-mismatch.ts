import type { Endpoint, Parameter, Security } from '../model/endpoint.js'
import type { Severity } from '../model/finding.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell } from './gaps.js'

export const securityMismatch: Rule = {
  severity: 'error',
  summary: 'An endpoint is guarded on one side and open on the other.',
  why: 'Clients are refused, or an endpoint is open that should not be.',
  fix: 'Write the security that the code has, or guard the endpoint.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          security: []
          responses:
            '204': { description: nothing yet }
            '401': { description: who are you }
    `),
    code: appOf(`
      function requireAuth(req: Request, res: Response, next: () => void) {
        if (req.headers.authorization) next()
        else res.sendStatus(401)
      }
      app.get('/pets', requireAuth, (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch || spec.security.kind === code.security.kind) return
    const address = { part: 'security', status: null, mediaType: null, pointer: '' } as const
    if (spec.security.kind === 'open' && asksByParameter(spec, code)) return
    const unknown = [code.security, spec.security].find((security) => security.kind === 'unknown')
    if (unknown?.kind === 'unknown') {
      if (spec.security.kind !== 'open') yield cannotTell(address, unknown.reason)
      return
    }
    yield {
      ...address,
      message: `The code ${inCode[code.security.kind]}; the document ${inDocument[spec.security.kind]}.`,
      spec: 'at' in spec.security ? spec.security.at : spec.at,
      code: 'at' in code.security ? code.security.at : code.at,
      proof: null,
      ...weightOf(spec.security, code.security),
    }
  },
}

/** A credential that every client must send may be written as the parameter that it is, beside the refusal of who does not. */
function asksByParameter(spec: Endpoint, code: Endpoint): boolean {
  if (!spec.responses.some(({ status }) => /^(40[13]|4XX)$/.test(status))) return false
  const named = ({ in: place, name }: Parameter) => `${place} ${place === 'header' ? name.toLowerCase() : name}`
  const read = new Set(code.parameters.map(named))
  return spec.parameters.some((one) => one.required === true && one.in !== 'path' && read.has(named(one)))
}

const inCode = {
  guarded: 'asks clients who they are',
  optional: 'takes clients with or without credentials',
  open: 'lets everyone in',
  unknown: 'does not tell',
}

const inDocument = {
  guarded: 'says that it asks for credentials',
  optional: 'says that credentials are optional',
  open: 'says that it is open to all',
  unknown: 'does not tell',
}

/** Where either way of calling works on both sides, the document is only less telling than it could be. */
function weightOf(spec: Security, code: Security): { readonly severity?: Severity } {
  if (spec.kind === 'optional' && code.kind === 'guarded') return { severity: 'warning' }
  return spec.kind === 'optional' || code.kind === 'optional' ? { severity: 'info' } : {}
}
