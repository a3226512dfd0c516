import type { Json } from '../../model/json.js'

/** A JSON value on one line, and from where to where its deciding part stands, or null where that is all of it. */
interface MarkedJson {
  readonly text: string
  readonly mark: readonly [number, number] | null
  /** The property that decides by its absence; the mark stands where its object ends. */
  readonly missing?: string
}

/** Writes a value on one line and marks the element that a pointer leads to, as far as the value follows it; `*` is the first. */
export function markedJson(value: Json, pointer: string): MarkedJson {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return write(value, keys)
}

function write(value: Json, keys: readonly string[]): MarkedJson {
  const [key, ...rest] = keys
  if (key === undefined || typeof value !== 'object' || value === null)
    return { text: JSON.stringify(value), mark: null }
  if (Array.isArray(value)) return writeArray(value, key, rest)
  const written = writeObject(Object.entries(value), key, rest)
  if (written.mark !== null || key === '*') return written
  return { text: written.text, mark: [written.text.length - 1, written.text.length], missing: key }
}

function writeArray(items: readonly Json[], key: string, rest: readonly string[]): MarkedJson {
  const chosen = key === '*' ? 0 : Number(key)
  return join(
    '[',
    ']',
    items.map((item, index) => ({ label: '', value: item, chosen: index === chosen })),
    rest,
  )
}

function writeObject(entries: readonly (readonly [string, Json])[], key: string, rest: readonly string[]): MarkedJson {
  const named = entries.findIndex(([name]) => name === key)
  const chosen = named < 0 && key === '*' ? 0 : named
  const members = entries.map(([name, value], index) => ({
    label: `${JSON.stringify(name)}:`,
    value,
    chosen: index === chosen,
  }))
  return join('{', '}', members, rest)
}

interface Member {
  readonly label: string
  readonly value: Json
  readonly chosen: boolean
}

function join(open: string, close: string, members: readonly Member[], rest: readonly string[]): MarkedJson {
  let text = open
  let mark: readonly [number, number] | null = null
  let missing: string | undefined
  for (const [index, { label, value, chosen }] of members.entries()) {
    if (index > 0) text += ','
    const start = text.length
    const inner: MarkedJson = chosen ? write(value, rest) : { text: JSON.stringify(value), mark: null }
    const valueStart = start + label.length
    text += label + inner.text
    if (chosen) missing = inner.missing
    if (chosen) mark = inner.mark ? [valueStart + inner.mark[0], valueStart + inner.mark[1]] : [start, text.length]
  }
  return { text: text + close, mark, ...(missing === undefined ? {} : { missing }) }
}
