import type { Finding } from '../model/finding.js'
import type { Location } from '../model/location.js'

/** Where a finding is shown, and the other of its two places. */
export interface Places {
  readonly main: Location | null
  readonly other: Location | null
}

/** A file that was just changed is where its author looks; else the code, which the document has to tell the truth about. */
export function placesOf({ code, spec }: Finding, changed?: ReadonlySet<string>): Places {
  const specFirst = code === null || (changed !== undefined && !changed.has(code.file) && changed.has(spec?.file ?? ''))
  return specFirst ? { main: spec, other: code } : { main: code, other: spec }
}

/** `openapi.yaml:12:5`. */
export const placeText = ({ file, line, column }: Location): string => `${file}:${line}:${column}`
