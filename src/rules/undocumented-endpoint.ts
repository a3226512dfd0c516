import type { Unresolved } from '../model/location.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell } from './gaps.js'

export const undocumentedEndpoint: Rule = {
  severity: 'error',
  summary: 'The code serves an endpoint that the document does not mention.',
  why: 'Nobody can use it, and nobody reviews what it gives away.',
  fix: 'Describe the endpoint in the document, or put it on the ignore list.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
      app.delete('/pets/:petId', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *undocumented({ code, doubt, unread }) {
    const address = { part: 'endpoint', status: null, mediaType: null, pointer: '' } as const
    if (doubt) {
      yield cannotTell(address, doubt.reason)
      return
    }
    yield {
      ...address,
      message: `${code.method === 'ALL' ? 'Every method of' : code.method} ${code.path} is served by the code but not documented.`,
      spec: null,
      code: code.at,
      proof: null,
      // What could not be read of the document may describe it: likely drift, but not proven.
      ...(unread === undefined ? {} : { severity: 'warning' as const, fix: fixOf(unread) }),
      // A HEAD or an OPTIONS of its own is plumbing more often than product.
      ...(code.method === 'HEAD' || code.method === 'OPTIONS' ? { severity: 'info' as const } : {}),
    }
  },
}

const fixOf = ({ at, reason }: Unresolved): string =>
  `Describe the endpoint in the document, or put it on the ignore list; or see whether what could not be read of the document describes it (${at.file}:${at.line}: ${reason}).`
