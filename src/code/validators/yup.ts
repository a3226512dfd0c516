import { readChain } from './chains/read.js'
import type { Library } from './chains/reading.js'
import type { Validator } from './validator.js'
import { makers } from './yup/makers.js'
import { methods } from './yup/methods.js'
import { underOptions } from './yup/options.js'

const library: Library = {
  isModule: (module) => module === 'yup',
  prefix: /^(default\.|Yup\.|yup\.)/,
  makers,
  methods,
  isCast: true,
  lazy: 'lazy',
}

/** yup: values are cast before they are checked, and unknown keys pass. */
export const yup: Validator = {
  packages: ['yup'],
  accepts: (reference, _value, project) => readChain(library, project, reference),
  checks: (method) => {
    if (method === 'validate' || method === 'validateSync') return 'throws'
    return method === 'isValid' || method === 'isValidSync' ? 'reports' : null
  },
  under: underOptions,
  error: 'ValidationError',
}
