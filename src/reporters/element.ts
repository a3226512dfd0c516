import type { Finding } from '../model/finding.js'
import { causesOf } from './pretty/sections.js'
import { count, elementName } from './pretty/words.js'

/** A cause as a format tells it that has one line for each: its finding, and what it says. */
export interface Told {
  readonly finding: Finding
  readonly sentence: string
}

/** Each cause once, in one line of plain text with the endpoints that it reaches. */
export function toldOf(findings: readonly Finding[]): readonly Told[] {
  return causesOf(findings).map(({ finding, findings: all }) => {
    const endpoints = new Set(all.map(({ method, path }) => `${method} ${path}`))
    const also = endpoints.size > 1 ? ` (also at ${count(endpoints.size - 1, 'other endpoint')})` : ''
    return { finding, sentence: `${subject(finding)}${finding.message}${also}` }
  })
}

/** `GET /pets: response 200 /name: `, unless the message itself begins so, or the finding is about the document. */
function subject(finding: Finding): string {
  const endpoint = `${finding.method} ${finding.path}`
  if (finding.path === '' || finding.message.startsWith(endpoint)) return ''
  const element = elementName(finding)
  return `${endpoint}: ${element === '' ? '' : `${element}: `}`
}
