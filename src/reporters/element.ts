import { endpointName } from '../model/endpoint-name.js'
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
    const endpoints = new Set(all.map(endpointName))
    const also = endpoints.size > 1 ? ` (also at ${count(endpoints.size - 1, 'other endpoint')})` : ''
    return { finding, sentence: `${subject(finding)}${finding.message}${also}` }
  })
}

/** `GET /pets: response 200 /name: `, unless the message itself begins so, or the finding is about the document; of several projects, which. */
function subject(finding: Finding): string {
  const { project, method, path, message } = finding
  const of = project === undefined ? '' : `${project}: `
  if (path === '' || message.startsWith(`${method} ${path}`)) return of
  const element = elementName(finding)
  return `${of}${method} ${path}: ${element === '' ? '' : `${element}: `}`
}
