import type { Finding } from '../model/finding.js'
import { reportOfProject } from '../model/project-report.js'
import type { EndpointReport, Report } from '../model/report.js'
import type { UserError } from '../model/user-error.js'
import { placeText } from './place.js'
import { elementName } from './pretty/words.js'
import type { Reporter } from './reporter.js'
import { element, type XmlElement, xml } from './xml.js'

/** JUnit's XML: a suite for each document of each project, a case for each endpoint, those without drift included; errors fail a case. */
export const junit: Reporter = (report, { faults = [] }) => {
  const audited = report.projects
    ? report.projects.flatMap(({ name }) => suitesOf(reportOfProject(report, name), `${name}: `))
    : suitesOf(report, '')
  const suites = faults.length === 0 ? audited : [...audited, runSuite(faults)]
  const total = (key: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[key] ?? 0), 0)
  const attributes = { name: 'tattletype', tests: total('tests'), failures: total('failures') }
  return xml(element('testsuites', attributes, suites))
}

const suitesOf = (report: Report, project: string): readonly XmlElement[] =>
  report.spec.map(({ file }, index) => suiteOf(report, file, index === 0, project))

/** What fails the run beside the findings, so that no red job shows green tests alone. */
function runSuite(faults: readonly UserError[]): XmlElement {
  const attributes = { name: 'tattletype', tests: faults.length, failures: faults.length, errors: 0, skipped: 0 }
  const cases = faults.map(({ message, file, hint }) => {
    const failure = element('failure', { type: 'run', message }, [[message, hint].filter(Boolean).join('\n')])
    return element('testcase', { classname: 'tattletype', name: file ?? 'the run', time: 0 }, [failure])
  })
  return element('testsuite', attributes, cases)
}

interface Case {
  readonly name: string
  readonly file: string | undefined
  readonly findings: readonly Finding[]
}

function suiteOf(report: Report, document: string, takesTheRest: boolean, project: string): XmlElement {
  const isHere = (file: string | undefined) => (file === undefined ? takesTheRest : file === document)
  const endpoints = report.endpoints.filter(({ spec }) => isHere(documentOf(report, spec?.file)))
  const own = report.findings.filter(({ path, spec }) => path === '' && isHere(documentOf(report, spec?.file)))
  const cases: Case[] = [
    { name: 'the document itself', file: document, findings: own },
    ...endpoints.map((endpoint) => ({
      name: `${endpoint.method} ${endpoint.path}`,
      file: (endpoint.code ?? endpoint.spec)?.file,
      findings: findingsOf(report, endpoint),
    })),
  ]
  const failures = cases.filter(({ findings }) => findings.some(isError)).length
  const name = `${project}${document}`
  const attributes = { name, tests: cases.length, failures, errors: 0, skipped: 0 }
  return element(
    'testsuite',
    attributes,
    cases.map((each) => caseOf(name, each)),
  )
}

/** An operation may stand in a file that the document refers to. */
const documentOf = ({ spec }: Report, file: string | undefined): string | undefined =>
  spec.some((one) => one.file === file) ? file : undefined

const findingsOf = ({ findings }: Report, { method, path }: EndpointReport): readonly Finding[] =>
  findings.filter((finding) => finding.method === method && finding.path === path)

const isError = ({ severity }: Finding): boolean => severity === 'error'

function caseOf(classname: string, { name, file, findings }: Case): XmlElement {
  const errors = findings.filter(isError)
  const others = findings.filter((finding) => !isError(finding))
  const [first] = errors
  const failure =
    first && element('failure', { type: first.rule, message: first.message }, [errors.map(text).join('\n\n')])
  const output = others.length > 0 ? [element('system-out', {}, [others.map(text).join('\n\n')])] : []
  const attributes = { classname, name, ...(file === undefined ? {} : { file }), time: 0 }
  return element('testcase', attributes, [...(failure ? [failure] : []), ...output])
}

function text(finding: Finding): string {
  const { severity, rule, message, fix, code, spec } = finding
  const places = [code, spec].flatMap((place) => (place === null ? [] : [placeText(place)]))
  return [`${severity} ${rule} ${elementName(finding)}`.trim(), message, places.join(' and '), `Fix: ${fix}`].join('\n')
}
