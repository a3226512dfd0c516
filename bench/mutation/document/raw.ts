/** A part of a document as JSON has it; operators change it in place, on a copy of their own. */
export interface RawMap {
  [key: string]: unknown
}

export function isMap(value: unknown): value is RawMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The map under a key; an empty one that belongs to nobody where there is none. */
export function mapAt(holder: RawMap, key: string): RawMap {
  const value = holder[key]
  return isMap(value) ? value : {}
}

export function listAt(holder: RawMap, key: string): unknown[] {
  const value = holder[key]
  return Array.isArray(value) ? value : []
}

export function textsAt(holder: RawMap, key: string): string[] {
  return listAt(holder, key).filter((item) => typeof item === 'string')
}

export function copyOf(value: RawMap): RawMap {
  const copy: unknown = JSON.parse(JSON.stringify(value))
  if (!isMap(copy)) throw new Error('a copy of a map is a map')
  return copy
}

export const escapeStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')
const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

/** What stands at a JSON pointer. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(unescapeStep)
    .reduce<unknown>((value, step) => {
      if (Array.isArray(value)) return value[Number(step)]
      return isMap(value) ? value[step] : undefined
    }, document)
}

/** The map at a JSON pointer, which the operator has seen there before. */
export function nodeAt(document: RawMap, pointer: string): RawMap {
  const value = valueAt(document, pointer)
  if (!isMap(value)) throw new Error(`no map at ${pointer}`)
  return value
}

/** Puts another value in the place that a pointer names. */
export function replaceAt(document: RawMap, pointer: string, value: unknown): void {
  const cut = pointer.lastIndexOf('/')
  const holder = valueAt(document, pointer.slice(0, cut))
  const step = unescapeStep(pointer.slice(cut + 1))
  if (Array.isArray(holder)) holder[Number(step)] = value
  else if (isMap(holder)) holder[step] = value
  else throw new Error(`nothing holds ${pointer}`)
}

/** Renames a key where it stands, so that the order of the others stays. */
export function renameKey(holder: RawMap, from: string, to: string): void {
  const entries = Object.entries(holder)
  for (const [key] of entries) delete holder[key]
  for (const [key, value] of entries) holder[key === from ? to : key] = value
}

/** Removes values from a list under a key; an empty list goes as well. */
export function without(holder: RawMap, key: string, gone: unknown): void {
  const rest = listAt(holder, key).filter((item) => item !== gone)
  if (rest.length === 0) delete holder[key]
  else holder[key] = rest
}

/** Where a `$ref` of the same document leads. */
export function targetOf(node: unknown): string | undefined {
  return isMap(node) && typeof node.$ref === 'string' ? node.$ref.replace(/^#/, '') : undefined
}
