import type { Layer, Origin, Settings } from './config.js'

/** All settings of a run. Later layers win; lists of names and endpoints, `rules` and `cost` add to what earlier layers say. */
export function resolveSettings(defaults: Settings, layers: readonly Layer[]): Settings {
  return layers.reduce(overlay, defaults)
}

function overlay(settings: Settings, { values }: Layer): Settings {
  return {
    ...settings,
    ...values,
    ignore: [...settings.ignore, ...(values.ignore ?? [])],
    authentication: [...settings.authentication, ...(values.authentication ?? [])],
    overrides: [...settings.overrides, ...(values.overrides ?? [])],
    rules: { ...settings.rules, ...values.rules },
    cost: { ...settings.cost, ...values.cost },
  }
}

const additive: ReadonlySet<string> = new Set(['ignore', 'authentication', 'overrides', 'rules', 'cost'])

/** Every setting with the sources that made it, for a person who wonders. */
export function originsOf(defaults: Settings, layers: readonly Layer[]): Readonly<Record<string, Origin>> {
  const settings = resolveSettings(defaults, layers)
  return Object.fromEntries(
    Object.entries(settings)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => {
        const sources = layers.filter(({ values }) => Object.hasOwn(values, key)).map(({ from }) => from)
        const from = additive.has(key) ? sources : sources.slice(-1)
        return [key, { value, from: from.length === 0 ? ['default'] : from }]
      }),
  )
}
