import { dirname, join } from 'node:path'
import { readInside } from '../files/confine.js'
import type { Confines } from '../library.js'
import { parseText } from '../text/parse.js'
import { isObject, plainValue } from '../text/value.js'

/** What the project has told Redocly to overlook, by file, rule and pointer; nothing where it says nothing. */
export async function overlooked(
  config: string,
  confines: Confines,
): Promise<Record<string, Record<string, Set<string>>>> {
  const home = dirname(config)
  const text = await readInside(join(home, '.redocly.lint-ignore.yaml'), confines)
  const tree = text.ok ? parseText(text.value, 'ignore.yaml') : undefined
  const value = tree?.ok ? plainValue(tree.value) : {}
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([file, rules]) => [
      join(home, file),
      Object.fromEntries(
        Object.entries(isObject(rules) ? rules : {}).map(([rule, pointers]) => [
          rule,
          new Set(Array.isArray(pointers) ? pointers.map(String) : []),
        ]),
      ),
    ]),
  )
}
