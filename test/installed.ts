import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** Whether a package is there; what needs one that is not is left out, and printed. */
export function isInstalled(name: string): boolean {
  try {
    resolve(name)
    return true
  } catch {
    console.warn(`${name} is not installed: what needs it is not tested`)
    return false
  }
}
