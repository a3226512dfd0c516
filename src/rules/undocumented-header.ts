import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, gapAbout } from './gaps.js'
import { headerAddress, isPlumbing, isSameName, responsePairs } from './responses.js'
import { responseWords } from './words.js'

export const undocumentedHeader: Rule = {
  severity: 'warning',
  summary: 'The code sends a response header that the document does not mention.',
  why: 'Clients do not know that they may rely on it.',
  fix: 'Describe the header in the response, or stop sending it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.setHeader('X-Total-Count', '0')
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    for (const { documented, served } of responsePairs(spec, code)) {
      for (const header of served.headers) {
        if (isPlumbing(header.name) || isUnderstood(header.name, documented.status)) continue
        if (documented.headers.some((known) => isSameName(known.name, header.name))) continue
        const gap = gapAbout(spec, 'response-header')
        if (gap) {
          yield cannotTell(headerAddress(documented, header), gap.reason)
          continue
        }
        yield {
          ...headerAddress(documented, header),
          message: `The code sends the header ${header.name} with the ${responseWords(documented.status)}; it is not documented.`,
          spec: documented.at,
          code: header.at,
          proof: null,
        }
      }
    }
  },
}

/** What a client knows from HTTP itself: where a redirect leads, by which tag an answer is cached. */
function isUnderstood(name: string, status: string): boolean {
  return /^(etag|last-modified)$/i.test(name) || (/^location$/i.test(name) && status.startsWith('3'))
}
