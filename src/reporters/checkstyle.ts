import { type Told, toldOf } from './element.js'
import { placesOf } from './place.js'
import type { Reporter } from './reporter.js'
import { element, type XmlElement, xml } from './xml.js'

/** Checkstyle's XML, which many build servers read. */
export const checkstyle: Reporter = ({ findings }, { changed }) => {
  const files = new Map<string, XmlElement[]>()
  for (const told of toldOf(findings)) {
    const { main } = placesOf(told.finding, changed)
    const errors = files.get(main?.file ?? '') ?? []
    errors.push(errorOf(told, main?.line ?? 1, main?.column ?? 1))
    files.set(main?.file ?? '', errors)
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return xml(
    element(
      'checkstyle',
      { version: '4.3' },
      sorted.map(([name, errors]) => element('file', { name }, errors)),
    ),
  )
}

const errorOf = ({ finding, sentence }: Told, line: number, column: number): XmlElement =>
  element('error', {
    line,
    column,
    severity: finding.severity,
    message: sentence,
    source: `tattletype.${finding.rule}`,
  })
