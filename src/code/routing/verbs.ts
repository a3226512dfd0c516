import type { Method } from '../../model/endpoint.js'

/** The registering methods that most frameworks share, and what they answer. */
export const commonVerbs = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  patch: 'PATCH',
  query: 'QUERY',
  all: 'ALL',
} as const satisfies Readonly<Record<string, Method>>

/** Looks a registering method up among a framework's own. */
export const verbsOf =
  (verbs: Readonly<Record<string, Method>>) =>
  (name: string): Method | undefined =>
    Object.hasOwn(verbs, name) ? verbs[name] : undefined
