import type { Severity } from '../model/finding.js'
import { toldOf } from './element.js'
import { fromTop, placesOf } from './place.js'
import type { Reporter } from './reporter.js'

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab's Code Quality report. */
export const gitlab: Reporter = ({ findings, spec: [document] }, { changed, folder }) => {
  const issues = toldOf(findings).map(({ finding, sentence }) => {
    const { main } = placesOf(finding, changed)
    return {
      description: sentence,
      check_name: finding.rule,
      fingerprint: finding.id,
      severity: severities[finding.severity],
      location: { path: fromTop(main?.file ?? document?.file ?? '', folder), lines: { begin: main?.line ?? 1 } },
    }
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
