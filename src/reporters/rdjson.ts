import type { Severity } from '../model/finding.js'
import type { Location } from '../model/location.js'
import { toldOf } from './element.js'
import { placesOf } from './place.js'
import type { Reporter } from './reporter.js'

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** reviewdog's diagnostic format. */
export const rdjson: Reporter = ({ findings }, { changed }) => {
  const diagnostics = toldOf(findings).map(({ finding, sentence }) => {
    const { main, other } = placesOf(finding, changed)
    return {
      message: `${sentence}\n${finding.fix}`,
      location: locationOf(main),
      severity: severities[finding.severity],
      code: { value: finding.rule },
      ...(other === null ? {} : { related_locations: [{ message: 'the other side', location: locationOf(other) }] }),
    }
  })
  return `${JSON.stringify({ source: { name: 'tattletype' }, diagnostics }, null, 2)}\n`
}

const locationOf = (place: Location | null) =>
  place === null ? { path: '' } : { path: place.file, range: { start: { line: place.line, column: place.column } } }
