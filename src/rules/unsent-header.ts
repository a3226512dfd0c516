import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, gapAbout } from './gaps.js'
import { headerAddress, isPlumbing, isSameName, responsePairs } from './responses.js'
import { responseWords } from './words.js'

export const unsentHeader: Rule = {
  severity: 'warning',
  summary: 'The document promises a response header that the code never sends.',
  why: 'Clients wait for something that does not come.',
  fix: 'Remove the header from the response, or send it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204':
              description: nothing yet
              headers:
                X-Total-Count: { schema: { type: integer } }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    const gap = gapAbout(code, 'response-header')
    for (const { documented, served } of responsePairs(spec, code)) {
      for (const header of documented.headers) {
        if (isPlumbing(header.name) || served.headers.some((known) => isSameName(known.name, header.name))) continue
        const address = headerAddress(documented, header)
        // Sessions, helpers and packages set cookies in ways that no header shows.
        if (isSameName(header.name, 'Set-Cookie')) yield cannotTell(address, 'cookies that are set are not followed')
        else if (gap) yield cannotTell(address, gap.reason)
        else {
          yield {
            ...address,
            message: `The header ${header.name} of the ${responseWords(documented.status)} is documented, but the code never sends it.`,
            spec: header.at,
            code: served.at,
            proof: null,
            ...(header.required === true ? { severity: 'error' as const } : {}),
          }
        }
      }
    }
  },
}
