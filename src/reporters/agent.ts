import { placeText } from './place.js'
import type { Cause } from './pretty/cause.js'
import { causesOf } from './pretty/sections.js'
import { elementName, severities } from './pretty/words.js'
import type { Reporter } from './reporter.js'
import { visible } from './visible.js'

/** For a coding agent: each cause once, no colours, no frames, everything that is needed to mend it. */
export const agent: Reporter = (report) => {
  const causes = causesOf(report.findings).sort((a, b) => rank(a) - rank(b))
  const { error, warning, info } = report.summary.findings
  const head = `tattletype: ${error} errors, ${warning} warnings, ${info} notes; ${causes.length} causes`
  const blocks = causes.map(({ finding, findings }) => {
    const endpoints = [...new Set(findings.flatMap(({ method, path }) => (path === '' ? [] : [`${method} ${path}`])))]
    const { proof, spec, code } = finding
    return [
      `${finding.severity} ${finding.rule} ${finding.id}`,
      ...(finding.project === undefined ? [] : [`project: ${finding.project}`]),
      ...(endpoints.length > 0 ? [`at: ${endpoints.join(', ')}`] : []),
      ...(elementName(finding) === '' ? [] : [`element: ${elementName(finding)}`]),
      `says: ${finding.message}`,
      ...(spec === null ? [] : [`document: ${placeText(spec)} ${spec.pointer ?? ''}`.trimEnd()]),
      ...(code === null ? [] : [`code: ${placeText(code)}`]),
      ...(proof === null
        ? []
        : [`proof: accepted by ${proof.acceptedBy}, refused by ${proof.refusedBy}: ${JSON.stringify(proof.value)}`]),
      `fix: ${finding.fix}`,
    ]
  })
  return `${[[head], ...blocks].map((block) => block.map(visible).join('\n')).join('\n\n')}\n`
}

/** The worst first: an agent that is given only a part of this has the part that fails. */
const rank = ({ finding }: Cause): number => severities.indexOf(finding.severity)
