import { readChain } from './chains/read.js'
import type { Library } from './chains/reading.js'
import { handedBoth } from './handed.js'
import { bare, makers } from './joi/makers.js'
import { methods } from './joi/methods.js'
import { underOptions } from './joi/options.js'
import type { Validator } from './validator.js'

/** joi, also as celebrate and koa-joi-router hand it on. */
export const joiLibrary: Library = {
  isModule: (module) => ['joi', '@hapi/joi', '@sideway/joi', 'celebrate', 'koa-joi-router'].includes(module),
  prefix: /^(default\.)?(Joi\.)?/,
  makers,
  methods,
  bare,
  isCast: true,
}

/** joi: unknown keys are refused and texts are converted unless the schema or the call says otherwise. */
export const joi: Validator = {
  packages: ['joi', '@hapi/joi', '@sideway/joi', 'celebrate'],
  accepts: (reference, _value, project) => readChain(joiLibrary, project, reference),
  checks: (method) => (method === 'validate' ? 'reports' : method === 'validateAsync' ? 'throws' : null),
  uses: handedBoth(joiLibrary.isModule, { attempt: ['input', 'throws'], assert: ['input', 'throws'] }),
  under: underOptions,
  error: 'ValidationError',
}
