import { overlap, responseFor } from '../diff/statuses.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, hiding } from './gaps.js'

export const undocumentedStatus: Rule = {
  severity: 'error',
  summary: 'The code answers with a status that the document does not mention.',
  why: 'Clients have no branch for it.',
  fix: 'Describe the response, or stop sending the status.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        if (Math.random() < 0.5) res.sendStatus(409)
        else res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch) return
    for (const response of code.responses) {
      // What the framework answers by itself need not be written down.
      if (response.implied || response.status === 'default' || responseFor(response.status, spec.responses)) continue
      if (spec.responses.some((documented) => overlap(documented.status, response.status))) continue
      const address = { part: 'response', status: response.status, mediaType: null, pointer: '' } as const
      const gap = hiding(spec, response.status)
      if (gap) {
        yield cannotTell(address, gap.reason)
        continue
      }
      yield {
        ...address,
        message: `The code can answer with ${response.status}, which is not documented.`,
        spec: spec.at,
        code: response.at,
        proof: null,
        // Any server can fail; most documents leave that unsaid.
        ...(response.status === '500' ? { severity: 'info' as const } : {}),
      }
    }
  },
}
