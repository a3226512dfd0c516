import { dialectRewrites } from './dialects.js'
import type { Restructure, Rewrite } from './rewrite.js'
import { schemaRewrites } from './schemas.js'
import { structureRewrites } from './structure.js'
import { textRewrites } from './texts.js'

const restructures = { ...schemaRewrites, ...structureRewrites, ...dialectRewrites } satisfies Record<
  string,
  Restructure
>

/** Every way in which the benchmark writes a document anew without changing what it means. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  ...textRewrites,
  ...Object.fromEntries(
    Object.entries(restructures).map(([name, change]): [string, Rewrite] => [
      name,
      (document, next) => (next() < 0.5 ? textRewrites['as JSON'] : textRewrites['as YAML'])(change(document, next)),
    ]),
  ),
  'several at once': (document, next) => {
    const changes: readonly Restructure[] = Object.values(schemaRewrites)
    const chosen = changes.filter(() => next() < 0.25)
    const whole = chosen.reduce(
      (known, change) => change(known, next),
      structureRewrites['some $refs inline'](document, next),
    )
    return textRewrites['keys in another order'](whole, next)
  },
}
