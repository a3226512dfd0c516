import type { Endpoint } from '../../model/endpoint.js'

/** Statuses whose answers have no body by their nature: a document that lists one has said all of it. */
const bodiless = /^(1..|204|205|3..)$/

/** Whether an operation holds words only: no parameter, no body, and no answer of which more than a sentence is told. */
export function isSketch(endpoint: Omit<Endpoint, 'sketch'>): boolean {
  if (endpoint.parameters.length > 0 || endpoint.body !== null || endpoint.gaps.length > 0) return false
  return endpoint.responses.every(
    ({ status, contents, headers }) => contents.length === 0 && headers.length === 0 && !bodiless.test(status),
  )
}
