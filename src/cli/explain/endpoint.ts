import type { AuditResult } from '../../model/audit-result.js'
import type { Endpoint } from '../../model/endpoint.js'
import { endpointName } from '../../model/endpoint-name.js'
import { isSamePlace } from '../../model/location.js'
import type { EndpointReport } from '../../model/report.js'
import { headed, labelled } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { count, duration, elementName, marks } from '../../reporters/pretty/words.js'
import { visible } from '../../reporters/visible.js'
import { sideText } from './side-text.js'

type Audited = Extract<AuditResult, { ok: true }>

/** The endpoints of a report that a name such as `GET /pets/{id}` or `/pets/:id` means, whatever the parameters are called. */
export function endpointsNamed(name: string, endpoints: readonly EndpointReport[]): EndpointReport[] {
  const [, method, path = ''] = /^(?:([A-Za-z]+)\s+)?(\/.*)$/.exec(name.trim()) ?? []
  const shape = (text: string) => text.replace(/\{[^}]*\}|:\w+/g, '{}').replace(/(.)\/$/, '$1')
  return endpoints.filter(
    (endpoint) =>
      shape(endpoint.path) === shape(path) && (method === undefined || endpoint.method === method.toUpperCase()),
  )
}

/** What each side says of one endpoint, what was found, what could not be told, and what it costs. */
export function endpointText(endpoint: EndpointReport, audited: Audited, paint: Paint, width: number): string[] {
  const { report, details } = audited
  const here = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === endpoint.method && path === endpoint.path
  const sides = sidesOf(endpoint, audited)
  const findings = report.findings.filter(here)
  const unknown = report.unverifiable.filter(here)
  const hours = report.summary.cost.constants.hoursPerDay ?? 8
  const { points, creation, mending } = endpoint.cost
  return [
    `${paint.strong(visible(endpointName(endpoint)))}  ${paint.faint(endpoint.state)}`,
    '',
    ...(sides.spec ? [...sideText('document', sides.spec, details.spec, paint, width), ''] : []),
    ...(sides.code ? [...sideText('code', sides.code, details.code, paint, width), ''] : []),
    paint.strong(count(findings.length, 'finding')),
    ...findings.flatMap((finding) => {
      const mark = paint.severity[finding.severity](`${marks[finding.severity]} ${finding.rule}`)
      const label = `${mark} ${visible(elementName(finding))}`.trimEnd()
      return [`  ${label}  ${paint.faint(finding.id.slice(0, 8))}`, ...labelled('', visible(finding.message), 4, width)]
    }),
    '',
    ...(unknown.length === 0 ? [] : [paint.strong(`${count(unknown.length, 'element')} that could not be told`)]),
    ...unknown.flatMap(({ part, status, pointer, reason }) =>
      headed(visible([part, status, pointer].filter(Boolean).join(' ')), visible(reason), 2, width),
    ),
    ...(unknown.length === 0 ? [] : ['']),
    `${paint.strong('cost')}  ${count(Math.round(points), 'documentation point')}, about ${duration(creation, hours)} to write, about ${duration(mending, hours)} to mend`,
  ]
}

/** What each side says of an endpoint of the report. */
export function sidesOf(
  endpoint: EndpointReport,
  { details }: Audited,
): { spec: Endpoint | undefined; code: Endpoint | undefined } {
  const at = (place: EndpointReport['spec']) => (side: Endpoint) => place !== null && isSamePlace(side.at, place)
  const among = (sides: readonly Endpoint[], place: EndpointReport['spec']) => {
    const candidates = sides.filter(at(place))
    return candidates.find(({ method }) => method === endpoint.method) ?? candidates[0]
  }
  return { spec: among(details.spec.endpoints, endpoint.spec), code: among(details.code.endpoints, endpoint.code) }
}
