import type { Result } from '../../model/result.js'
import { maximalBytes } from '../text/limits.js'

const seconds = 10

/**
 * Fetches a text, in bounded time and size; the only place on the document's side that uses the network. `elsewhere` says
 * whether a server may send us on to another address.
 */
export async function fetchText(url: string, elsewhere: boolean): Promise<Result<string, string>> {
  if (!/^https?:/i.test(url)) return { ok: false, error: 'only http and https URLs are fetched' }
  try {
    const signal = AbortSignal.timeout(seconds * 1000)
    const response = await fetch(url, { signal, redirect: elsewhere ? 'follow' : 'manual' })
    if (response.status >= 300 && response.status < 400)
      return { ok: false, error: `the server sends us on to ${response.headers.get('location') ?? 'another address'}` }
    if (!response.ok) return { ok: false, error: `the server answers ${response.status}` }
    return await boundedText(response)
  } catch (error) {
    return { ok: false, error: reasonOf(error) }
  }
}

/** Whether a URL leads to this very machine. */
export function isLoopback(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Reads no further than a document may be long, whatever the server says about its length. */
async function boundedText(response: Response): Promise<Result<string, string>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maximalBytes) return { ok: false, error: 'the document is larger than 200 MB' }
    chunks.push(chunk)
  }
  return { ok: true, value: Buffer.concat(chunks).toString('utf8') }
}

/** `fetch` says only that it failed; why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `the server did not answer within ${seconds} s`
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause && cause.message === '' ? String(cause.code) : cause.message
}
