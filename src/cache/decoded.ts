import { isUtf8 } from 'node:buffer'
import { headSize } from '../model/journal.js'
import { digest } from './digest.js'

/** How a text was read: as the compiler decodes it, as UTF-8, or only its head. */
export type Decoding = 't' | 'u' | 'h'

/** The digest of what these bytes are read as; the same for all bytes that are read as the same text. */
export function digestOf(bytes: Buffer, decoding: Decoding): string {
  const part = decoding === 'h' ? bytes.subarray(0, headSize) : bytes
  const marked = decoding === 't' && mark(part) !== undefined
  return marked || !isUtf8(part) ? digest(textOf(part, decoding)) : digest(part)
}

function textOf(bytes: Buffer, decoding: Decoding): string {
  const found = decoding === 't' ? mark(bytes) : undefined
  if (found === 'utf16be')
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le', 2)
  if (found === 'utf16le') return bytes.toString('utf16le', 2)
  return bytes.toString('utf8', found === 'utf8' ? 3 : 0)
}

/** What the first bytes say of the others, as the compiler takes it. */
function mark(bytes: Buffer): 'utf16be' | 'utf16le' | 'utf8' | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf8' : undefined
}
