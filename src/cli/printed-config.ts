import type { Layer } from '../config/config.js'
import { originsOf } from '../config/resolve.js'
import { defaults } from './defaults.js'
import type { Chosen } from './projects/chosen.js'

/** Every setting with the sources that made it, as JSON; where there are several projects, those of each by its name. */
export function printedConfig(layers: readonly Layer[], chosen: Chosen | undefined): string {
  const { projects: _, ...run } = originsOf(defaults, layers)
  if (chosen === undefined) return `${JSON.stringify(run, null, 2)}\n`
  const projects = chosen.projects.map(({ name, folder, layers: own }) => {
    const { format: __, ...pair } = originsOf(defaults, own)
    return [name, { folder: folder === '' ? '.' : folder, settings: pair }]
  })
  const { format, baseline } = run
  const whole = { format, ...(baseline === undefined ? {} : { baseline }) }
  return `${JSON.stringify({ ...whole, projects: Object.fromEntries(projects) }, null, 2)}\n`
}
