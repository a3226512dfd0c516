import type { Log, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif'
import type { Finding, Severity } from '../model/finding.js'
import type { Location } from '../model/location.js'
import { type Told, toldOf } from './element.js'
import { byWeight } from './order.js'
import { fromTop, isElsewhere, placesOf } from './place.js'
import type { Reporter, ReporterContext, RuleWords } from './reporter.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

/** GitHub keeps no more results of one run than these. */
const keptByGitHub = 5_000

/** SARIF 2.1.0, for code scanning: both places, our fingerprint, and the words of every rule that was met. */
export const sarif: Reporter = ({ tool, findings }, context) => {
  const { rules = {}, changed } = context
  const causes = byWeight(toldOf(findings), changed)
  const told = causes.slice(0, keptByGitHub)
  const met = [...new Set(told.map(({ finding }) => finding.rule))].sort()
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: met.map((id) => descriptorOf(id, rules[id])),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          ROOT: { description: { text: 'The top of the checkout, or the folder that tattletype was run in.' } },
        },
        results: told.map((one) => resultOf(one, met.indexOf(one.finding.rule), context)),
        ...cutOff(causes.length - told.length),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptorOf(id: string, words: RuleWords | undefined): ReportingDescriptor {
  if (words === undefined) return { id }
  const { summary, why, fix, severity } = words
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**To mend it:** ${fix}` },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf({ finding, sentence }: Told, ruleIndex: number, { changed, folder }: ReporterContext): Result {
  const { main, other } = placesOf(finding, changed)
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: `${sentence} ${finding.fix}` },
    locations: main === null ? [] : [locationOf(main, folder)],
    ...(other === null
      ? {}
      : { relatedLocations: [{ id: 0, ...locationOf(other, folder), message: { text: otherSide(other, finding) } }] }),
    partialFingerprints: { 'tattletype/v1': finding.id },
    properties: {
      ...(finding.project === undefined ? {} : { project: finding.project }),
      method: finding.method,
      path: finding.path,
      pointer: finding.pointer,
      proof: finding.proof,
    },
  }
}

const otherSide = (other: Location, { spec }: Finding): string =>
  other === spec ? 'What the document says.' : 'What the code does.'

function locationOf({ file: own, line, column }: Location, folder: string | undefined): SarifLocation {
  const file = fromTop(own, folder)
  const outside = file.startsWith('../') || isElsewhere(file)
  const artifactLocation = { uri: encodeURI(file), ...(outside ? {} : { uriBaseId: 'ROOT' }) }
  return { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }
}

function cutOff(number: number) {
  if (number <= 0) return {}
  const text = `${number} more findings are not listed: code scanning keeps ${keptByGitHub}. The JSON report holds them all.`
  return {
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: [{ level: 'note' as const, message: { text } }] },
    ],
  }
}
