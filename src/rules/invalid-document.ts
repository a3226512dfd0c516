import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'

export const invalidDocument: Rule = {
  severity: 'error',
  summary: 'The document itself is faulty.',
  why: 'Tools that read the document stumble, and readers guess.',
  fix: 'Mend the document at the given place.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { descriptoin: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *document({ problem }) {
    yield {
      part: 'endpoint',
      status: null,
      mediaType: null,
      pointer: problem.at.pointer ?? '',
      message: `${problem.message} (${problem.source})`,
      spec: problem.at,
      code: null,
      proof: null,
      ...(problem.minor === undefined ? {} : { severity: 'warning' }),
    }
  },
}
