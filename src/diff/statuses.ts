import type { Response } from '../model/endpoint.js'

/** The response that speaks for a status: its own, else its range (`2XX`), else `default`. */
export function responseFor(status: string, responses: readonly Response[]): Response | undefined {
  const name = status.toUpperCase()
  return (
    responses.find((response) => response.status.toUpperCase() === name) ??
    responses.find((response) => response.status.toUpperCase() === `${name[0]}XX` && /^\d{3}$/.test(name)) ??
    responses.find((response) => response.status === 'default')
  )
}

/** Whether two statuses or ranges have a status in common; `default` stands for whatever is not listed. */
export function overlap(left: string, right: string): boolean {
  const [one, other] = [left.toUpperCase(), right.toUpperCase()]
  return one === other || (one[0] === other[0] && (one.endsWith('XX') || other.endsWith('XX')))
}

/** Whether a status is documented in its own right, not only by `default`. */
export function isListed(status: string, responses: readonly Response[]): boolean {
  return responses.some((response) => response.status !== 'default' && overlap(response.status, status))
}

/** Statuses that servers and proxies answer with although no handler says so. */
export function isBeyondHandlers(status: string): boolean {
  return status === 'default' || status.startsWith('5')
}
