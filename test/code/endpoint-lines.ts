import type { Endpoint, Response } from '../../src/model/endpoint.js'

/** One line an endpoint: parameters (`?` where they may be left out), the body, the statuses (in brackets the framework's own), security. */
export function lineOf(endpoint: Endpoint): string {
  const parameters = endpoint.parameters.map(
    ({ in: place, name, required }) => `${place}:${name}${required === false ? '?' : ''}`,
  )
  const body = endpoint.body?.contents.map(({ mediaType }) => mediaType) ?? []
  return [
    `${endpoint.method} ${endpoint.path}`,
    parameters.sort().join(' ') || '-',
    `${body.join(' ') || '-'}${endpoint.body?.required === true ? '!' : ''}`,
    statusesOf(endpoint.responses),
    endpoint.security.kind,
  ].join(' | ')
}

function statusesOf(responses: readonly Response[]): string {
  return responses.map(({ status, implied }) => (implied ? `(${status})` : status)).join(' ')
}
