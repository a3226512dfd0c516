import { readChain } from './chains/read.js'
import type { Library } from './chains/reading.js'
import { handedBoth } from './handed.js'
import { makers } from './valibot/makers.js'
import type { Validator } from './validator.js'

const library: Library = {
  isModule: (module) => module === 'valibot',
  prefix: /^(default|v)\./,
  makers,
  methods: {},
  lazy: 'lazy',
}

/** valibot: functions in place of methods, and pipes of actions. */
export const valibot: Validator = {
  packages: ['valibot'],
  accepts: (reference, _value, project) => readChain(library, project, reference),
  uses: handedBoth(library.isModule, {
    parse: ['schema', 'throws'],
    parseAsync: ['schema', 'throws'],
    assert: ['schema', 'throws'],
    safeParse: ['schema', 'reports'],
    safeParseAsync: ['schema', 'reports'],
    is: ['schema', 'reports'],
  }),
  error: 'ValiError',
}
