import type { ElementAddress, Part } from '../model/finding.js'

/** A pointer as people write it: `data[].name`. */
function pathWords(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, step) => (step === '*' ? `${path}[]` : path === '' ? step : `${path}.${step}`), '')
}

/** The element as the subject of a sentence: `The field "data[].name" of the 200 response`. */
export function subject(address: ElementAddress): string {
  const name = pathWords(address.pointer)
  if (isParameter(address.part)) return `The ${address.part} parameter "${name}"`
  if (address.part === 'request') return name === '' ? 'The request body' : `The request field "${name}"`
  if (address.part !== 'response') return `The ${address.part}`
  const response = responseWords(address.status)
  if (name === '') return `The body of the ${response}`
  return address.mediaType === null
    ? `The header "${name}" of the ${response}`
    : `The field "${name}" of the ${response}`
}

/** `200 response`, `2XX responses`, `default response`. */
export function responseWords(status: string | null): string {
  return status === null
    ? 'response'
    : status.toUpperCase().endsWith('XX')
      ? `${status} responses`
      : `${status} response`
}

/** The subject inside a sentence. */
export function object(address: ElementAddress): string {
  const words = subject(address)
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function isParameter(part: Part): boolean {
  return part === 'path' || part === 'query' || part === 'header' || part === 'cookie'
}
