import { readFileSync } from 'node:fs'
import { putInPlace } from '../files/put-in-place.js'
import { digest } from './digest.js'

/** The shape of what is kept; another one is not understood. */
const format = 'tattletype-cache-1'

/** The text of a sealed file, or nothing where it is missing, torn, another's, or cannot be read. */
export function unsealed(path: string): string | undefined {
  return unsealedBytes(path)?.toString('utf8')
}

/** The same, not yet decoded: of a large text, little may be needed. */
export function unsealedBytes(path: string): Buffer | undefined {
  try {
    const whole = readFileSync(path)
    const end = whole.indexOf('\n')
    const bytes = whole.subarray(end + 1)
    return end > 0 && whole.toString('utf8', 0, end) === `${format} ${digest(bytes)}` ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Puts a text in place under its sum; whether that was possible. */
export function seal(path: string, text: string): boolean {
  try {
    putInPlace(path, `${format} ${digest(text)}\n${text}`, { lasting: false })
    return true
  } catch {
    // A folder that is full or cannot be written costs the next run its time, and this one nothing.
    return false
  }
}
