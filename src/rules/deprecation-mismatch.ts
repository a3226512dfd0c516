import { parameterPairs } from '../diff/parameter-pairs.js'
import type { Rule } from '../model/rule.js'
import { driftOf } from './disagreements.js'
import { appOf, documentOf } from './example.js'
import { addressOf } from './parameters.js'
import { subject } from './words.js'

export const deprecationMismatch: Rule = {
  severity: 'info',
  summary: 'Something is deprecated on one side only.',
  why: 'Clients go on building on what is about to go, or leave what is to stay.',
  fix: 'Mark it as deprecated on both sides or on none.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      /** @deprecated use /animals */
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *matched(pair) {
    const { spec, code } = pair
    if (spec.deprecated !== code.deprecated) {
      yield {
        part: 'endpoint',
        status: null,
        mediaType: null,
        pointer: '',
        message: tell('The endpoint', code.deprecated),
        spec: spec.at,
        code: code.at,
        proof: null,
        severity: severityOf(code.deprecated),
      }
    }
    for (const [documented, served] of parameterPairs(spec, code)) {
      const deprecated = served.deprecated === true
      if (deprecated === (documented.deprecated === true)) continue
      yield {
        ...addressOf(documented),
        message: tell(`The ${documented.in} parameter "${documented.name}"`, deprecated),
        spec: documented.at,
        code: served.at,
        proof: null,
        severity: severityOf(deprecated),
      }
    }
    for (const difference of pair.differences) {
      if (difference.aspect !== 'deprecated') continue
      const deprecated = difference.wider === 'code'
      const message = tell(subject(difference), deprecated)
      yield { ...driftOf(pair, difference, message), severity: severityOf(deprecated) }
    }
  },
}

function tell(what: string, inCode: boolean): string {
  return inCode
    ? `${what} is deprecated in the code, but the document does not say so.`
    : `${what} is deprecated in the document, but not in the code.`
}

/** Code that says goodbye is news to the clients; a document that does has told them. */
function severityOf(inCode: boolean): 'warning' | 'info' {
  return inCode ? 'warning' : 'info'
}
