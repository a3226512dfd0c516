import type { Config } from './config.js'

/** Returns the configuration as it is: for the completion and the checks that an editor gives its argument. */
export function defineConfig(config: Config): Config {
  return config
}
