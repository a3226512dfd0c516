import { reportOfProject } from '../model/project-report.js'
import type { Report } from '../model/report.js'
import type { Section } from './pretty/cause.js'
import { nextSteps } from './pretty/next-steps.js'
import { noteLines } from './pretty/notes.js'
import { isOneSided, oneSidedLines } from './pretty/one-sided.js'
import { type Paint, paintOf } from './pretty/paint.js'
import { projectHeading, projectLines } from './pretty/projects.js'
import { sectionLines } from './pretty/section-lines.js'
import { causesOf, sectionsOf } from './pretty/sections.js'
import { sinceLines } from './pretty/since.js'
import { summaryLines } from './pretty/summary.js'
import { verdict } from './pretty/verdict.js'
import { count } from './pretty/words.js'
import type { Reporter, ReporterContext } from './reporter.js'
import { visible } from './visible.js'

/** Causes that are told in full; more than this nobody reads in one go. What follows is told in short, the rest counted. */
const toldInFull = 30
const toldAtAll = 100

/** For a person at a terminal: worst first, both sides with their text, proof and fix, and what it comes to. */
export const pretty: Reporter = (report, context) => {
  const paint = paintOf(context.color)
  const { projects } = report
  const parts = projects?.map(({ name }) => partOf(reportOfProject(report, name), name)) ?? [partOf(report)]
  const lines: string[] = []
  let before = 0
  for (const part of parts) {
    lines.push(...bodyOf(part, before, paint, context))
    before += causesIn(part.sections)
  }
  lines.push(...closing(report, parts, context))
  return `${lines.join('\n')}\n`
}

/** What there is to tell of one project, or of the only one. */
interface ReportPart {
  readonly name?: string
  readonly report: Report
  readonly oneSided: Report['findings']
  readonly notes: Report['findings']
  readonly sections: readonly Section[]
}

function partOf(report: Report, name?: string): ReportPart {
  const causes = causesOf(report.findings.filter((finding) => !isOneSided(finding)))
  return {
    ...(name === undefined ? {} : { name }),
    report,
    oneSided: report.findings.filter(isOneSided),
    notes: causes.filter(({ finding }) => finding.severity === 'info').flatMap(({ findings }) => findings),
    sections: sectionsOf(causes.filter(({ finding }) => finding.severity !== 'info')),
  }
}

const causesIn = (sections: readonly Section[]): number => sections.reduce((sum, { causes }) => sum + causes.length, 0)

function bodyOf(
  { name, report, oneSided, notes, sections }: ReportPart,
  before: number,
  paint: Paint,
  context: ReporterContext,
): string[] {
  const { width } = context
  // Of several projects, one without findings is told in one line at the end.
  if (name !== undefined && report.findings.length === 0) return []
  let past = before
  const told = sections.flatMap((section) => {
    const room = Math.max(0, toldInFull - past)
    const lines = past < toldAtAll ? [...sectionLines(section, room, paint, context), ''] : []
    past += section.causes.length
    return lines
  })
  return [
    ...(name === undefined ? [] : [projectHeading(name, report.findings, paint, width)]),
    paint.faint(opening(report)),
    '',
    ...(oneSided.length > 0 ? [...oneSidedLines(oneSided, paint, width), ''] : []),
    ...told,
    ...(notes.length > 0 ? [...noteLines(notes, paint, width), ''] : []),
  ]
}

function opening({ spec, code }: Report): string {
  const documents = spec.map(({ file, dialect }) => `${file} (${dialect})`).join(', ')
  const sides = code.map((side) =>
    'document' in side ? side.document : `${side.project} (${side.adapters.join(', ')})`,
  )
  return visible(`${documents} against ${sides.join(', ')}`)
}

function closing(report: Report, parts: readonly ReportPart[], context: ReporterContext): string[] {
  const paint = paintOf(context.color)
  const sections = parts.flatMap((part) => part.sections)
  const oneSided = parts.some((part) => part.oneSided.length > 0)
  const steps = nextSteps(sections, { oneSided, many: isMany(report) }, paint, context.width)
  return [
    ...cutLines(sections, paint),
    ...(report.projects === undefined ? [] : [...projectLines(report.projects, paint, context.width), '']),
    verdict(report, paint),
    ...sinceLines(report, paint),
    '',
    ...summaryLines(report, paint, context.width),
    ...(steps.length > 0 ? ['', ...steps] : []),
  ]
}

/** Where nothing was known before and more was found than anyone mends in a day. */
const isMany = ({ since, findings }: Report): boolean => since === undefined && findings.length > toldInFull

/** What of a long list is not told in full, or not at all. */
function cutLines(sections: readonly Section[], paint: Paint): string[] {
  const all = causesIn(sections)
  if (all <= toldInFull) return []
  // A section is told whole or not at all.
  let told = 0
  for (const { causes } of sections) if (told < toldAtAll) told += causes.length
  const rest = all - told
  const ends = `${told - toldInFull} in short${rest > 0 ? `, ${rest} not at all` : ''}.`
  return [
    paint.faint(`The first ${count(toldInFull, 'cause')} are told in full, ${ends}`),
    ...(rest > 0 ? [paint.faint('All of them: tattletype --format html:report.html')] : []),
    '',
  ]
}
