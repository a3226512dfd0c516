import { chainDemand } from './express-validator/chain.js'
import { schemaDemands } from './express-validator/check-schema.js'
import type { Validator } from './validator.js'

/** express-validator: chains such as `body('email').isEmail()`, and `checkSchema({ … })`. Other fields pass. */
export const expressValidator: Validator = {
  packages: ['express-validator'],
  demands: (_reference, value, project) => {
    if (value.kind !== 'call') return null
    const chain = chainDemand(project, value)
    return chain === null ? schemaDemands(project, value) : chain
  },
}
