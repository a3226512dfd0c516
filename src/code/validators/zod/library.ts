import type { Library } from '../chains/reading.js'
import { makers } from './makers.js'
import { methods } from './methods.js'

/** zod 3 and 4. */
export const zodLibrary: Library = {
  isModule: (module) => /^zod[34]?($|\/)/.test(module),
  prefix: /^(z|default)\./,
  makers,
  methods,
  lazy: 'lazy',
}
