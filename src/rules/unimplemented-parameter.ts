import { parameterNames } from '../diff/match/path.js'
import { parameterPairs } from '../diff/parameter-pairs.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, gapAbout } from './gaps.js'
import { addressOf, isImplied } from './parameters.js'

export const unimplementedParameter: Rule = {
  severity: 'error',
  summary: 'The document describes a parameter that the code does not take.',
  why: 'Clients send it and nothing happens.',
  fix: 'Remove the parameter from the operation, or read it in the handler.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          parameters:
            - { name: tag, in: query, schema: { type: string } }
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req, res) => {
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch) return
    const known = new Set(parameterPairs(spec, code).map(([documented]) => documented))
    for (const parameter of spec.parameters) {
      // That a parameter of the path is not in the path is told of the document.
      if (parameter.in === 'path' && !parameterNames(spec.path).includes(parameter.name)) continue
      if (known.has(parameter) || isImplied(parameter, spec)) continue
      const gap = gapAbout(code, parameter.in)
      if (gap) yield cannotTell(addressOf(parameter), gap.reason)
      else {
        yield {
          ...addressOf(parameter),
          message: `The ${parameter.in} parameter "${parameter.name}" is documented, but the code does not take it.`,
          spec: parameter.at,
          code: code.at,
          proof: null,
        }
      }
    }
  },
}
