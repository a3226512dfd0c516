import type { Location, Unresolved } from '../../model/location.js'

/** Notes what could not be followed, once for each place. */
export function report({ unresolved }: { readonly unresolved: Unresolved[] }, at: Location, reason: string): void {
  const known = unresolved.some(
    (each) =>
      each.reason === reason && each.at.file === at.file && each.at.line === at.line && each.at.column === at.column,
  )
  if (!known) unresolved.push({ at, reason })
}
