import type { Severity } from '../model/finding.js'
import type { Location } from '../model/location.js'
import { toldOf } from './element.js'
import { placesOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** reviewdog's diagnostic format. */
export const rdjson: Reporter = ({ findings, spec: [document] }, { changed, readSource }) => {
  const locationOf = (place: Location | null) =>
    place === null
      ? { path: document?.file ?? '' }
      : { path: place.file, range: { start: { line: place.line, column: inBytes(place, readSource) } } }
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

/** reviewdog counts the columns of a line in bytes of UTF-8. */
function inBytes({ file, line, column }: Location, readSource: ReporterContext['readSource']): number {
  const before = readSource(file)
    ?.split('\n')
    [line - 1]?.slice(0, column - 1)
  return before === undefined ? column : new TextEncoder().encode(before).length + 1
}
