import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'

export const movedEndpoint: Rule = {
  severity: 'error',
  summary: 'The document and the code have the same endpoint under another method or a slightly different path.',
  why: 'Clients follow the document to a place where nothing answers.',
  fix: 'Write the method and path that the code serves.',
  example: {
    spec: documentOf(`
      /pets/{petId}:
        post:
          parameters:
            - { name: petId, in: path, required: true, schema: { type: string } }
          responses:
            '204': { description: changed }
    `),
    code: appOf(`
      app.patch('/pets/:petId', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *moved({ spec, code }) {
    yield {
      part: 'endpoint',
      status: null,
      mediaType: null,
      pointer: '',
      message: `${spec.method} ${spec.path} is documented, but the code serves ${code.method} ${code.path}.`,
      spec: spec.at,
      code: code.at,
      proof: null,
    }
  },
}
