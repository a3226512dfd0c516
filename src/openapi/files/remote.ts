import type { Result } from '../../model/result.js'
import { maximalBytes } from '../text/limits.js'

/** Fetches a text; the only place on the document's side that uses the network, and only where the user allows it. */
export async function fetchText(url: string): Promise<Result<string, string>> {
  if (!/^https?:/i.test(url)) return { ok: false, error: 'only http and https URLs are fetched' }
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!response.ok) return { ok: false, error: `the server answers ${response.status}` }
    const text = await response.text()
    return text.length > maximalBytes
      ? { ok: false, error: 'the file is larger than 200 MB' }
      : { ok: true, value: text }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}
