import { hasInPath, parameterPairs } from '../diff/parameter-pairs.js'
import type { Rule } from '../model/rule.js'
import { appOf, documentOf } from './example.js'
import { cannotTell, gapAbout } from './gaps.js'
import { addressOf, isImplied, renamedPathParameters } from './parameters.js'

export const undocumentedParameter: Rule = {
  severity: 'error',
  summary: 'The handler reads a parameter that the document does not mention.',
  why: 'Clients cannot send what they cannot read about.',
  fix: 'Describe the parameter in the operation, or stop reading it.',
  example: {
    spec: documentOf(`
      /pets:
        get:
          responses:
            '204': { description: nothing yet }
    `),
    code: appOf(`
      app.get('/pets', (req: Request<object, unknown, unknown, { tag?: string }>, res) => {
        if (req.query.tag) console.log(req.query.tag)
        res.sendStatus(204)
      })
    `),
  },
  *matched({ spec, code }) {
    if (spec.sketch) return
    const known = new Set(parameterPairs(spec, code).map(([, served]) => served))
    for (const parameter of code.parameters) {
      if (known.has(parameter) || isImplied(parameter, spec)) continue
      const gap = gapAbout(spec, parameter.in)
      if (gap) {
        yield cannotTell(addressOf(parameter), gap.reason)
        continue
      }
      // That a document names a parameter in its path and describes none is told of the document.
      if (hasInPath(parameter, code, spec)) continue
      yield {
        ...addressOf(parameter),
        message: `The code reads the ${parameter.in} parameter "${parameter.name}", which is not documented.`,
        spec: spec.at,
        code: parameter.at,
        proof: null,
      }
    }
    yield* renamedPathParameters(spec, code)
  },
}
