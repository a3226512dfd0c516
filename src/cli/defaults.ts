import type { Settings } from '../config/config.js'
import { defaultCostSettings } from '../cost/constants.js'

/** What holds where neither the command line nor a file says otherwise. */
export const defaults: Settings = {
  ignore: [],
  authentication: [],
  rules: {},
  overrides: [],
  failOn: 'error',
  format: ['pretty'],
  cost: defaultCostSettings,
  allowRemote: false,
}
