import type { Exchange } from './record.js'

/** Exchanges in the HTTP Archive format, version 1.2. */
export function harOf(exchanges: readonly Exchange[]): string {
  const entries = exchanges.map((exchange) => ({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 1,
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(Object.entries(exchange.requestHeaders)),
      queryString: pairs([...new URL(exchange.url).searchParams]),
      headersSize: -1,
      bodySize: exchange.requestBody?.length ?? 0,
      ...(exchange.requestBody === undefined
        ? {}
        : { postData: { mimeType: 'application/json', text: exchange.requestBody } }),
    },
    response: {
      status: exchange.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs([...exchange.responseHeaders]),
      content: {
        size: exchange.responseBody.length,
        mimeType: exchange.responseHeaders.get('content-type') ?? '',
        text: exchange.responseBody,
      },
      redirectURL: exchange.responseHeaders.get('location') ?? '',
      headersSize: -1,
      bodySize: exchange.responseBody.length,
    },
  }))
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'samples', version: '1' }, entries } })
}

const pairs = (entries: readonly (readonly [string, string])[]) => entries.map(([name, value]) => ({ name, value }))
