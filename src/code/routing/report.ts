import { isSamePlace, type Location, type Unresolved } from '../../model/location.js'

/** Notes what could not be followed, once for each place. */
export function report({ unresolved }: { readonly unresolved: Unresolved[] }, at: Location, reason: string): void {
  const known = unresolved.some((each) => each.reason === reason && isSamePlace(each.at, at))
  if (!known) unresolved.push({ at, reason })
}
