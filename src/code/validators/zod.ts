import { readChain } from './chains/read.js'
import type { Validator } from './validator.js'
import { zodLibrary } from './zod/library.js'

/** zod 3 and 4: schemas are read off their expressions, by their types where that fails. */
export const zod: Validator = {
  packages: ['zod'],
  accepts: (reference, _value, project) => readChain(zodLibrary, project, reference),
  checks: (method) => {
    if (method === 'parse' || method === 'parseAsync') return 'throws'
    return method === 'safeParse' || method === 'safeParseAsync' || method === 'spa' ? 'reports' : null
  },
  error: 'ZodError',
}
