import type { Reading } from '../chains/reading.js'

/** Which zod a schema is of, by the file that declares its type; null where that does not tell. */
export function versionOf(reading: Reading): 3 | 4 | null {
  const file = reading.declaredIn()
  if (file === null) return null
  if (/[\\/]v4[\\/]/.test(file)) return 4
  return /[\\/](v3|zod3?[\\/]lib)[\\/]/.test(file) ? 3 : null
}

export const byVersion = 'whether it may be left out depends on the version of zod'
