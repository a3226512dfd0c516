import { createHash } from 'node:crypto'

/** A short name for some words that stays the same as long as they do: 16 hexadecimal digits of their SHA-256. */
export function digest(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
