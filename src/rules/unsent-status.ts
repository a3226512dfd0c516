import { isBeyondHandlers, isListed, overlap } from '../diff/statuses.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, hiding } from './gaps.js'
import { responseWords } from './words.js'

export const unsentStatus: Rule = {
  severity: 'warning',
  summary: 'The document describes a status that the code never answers with.',
  why: 'Clients handle a case that does not occur, and wonder what the real one is.',
  fix: 'Remove the response from the document, or send it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
            '409': { description: in use }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch) return
    for (const response of spec.responses) {
      const { status } = response
      const sent = code.responses.some((served) => overlap(served.status, status) || served.status === 'default')
      // `default` speaks for whatever is not listed.
      const rest = status === 'default' && code.responses.some((served) => !isListed(served.status, spec.responses))
      if (sent || rest) continue
      const gap = hiding(code, status)
      const address = { part: 'response', status, mediaType: null, pointer: '' } as const
      if (gap) yield cannotTell(address, gap.reason)
      else if (isBeyondHandlers(status)) yield cannotTell(address, 'a server can fail in ways that no handler shows')
      else {
        yield {
          ...address,
          message: `The ${responseWords(status)} is documented, but the code never sends it.`,
          spec: response.at,
          code: code.at,
          proof: null,
        }
      }
    }
  },
}
