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

/** Causes that are told in full; more than this nobody reads in one go, and the rest is told in short. */
const toldInFull = 30

/** For a person at a terminal: worst first, both sides with their text, proof and fix, and what it comes to. */
export const pretty: Reporter = (report, context) => {
  const paint = paintOf(context.color)
  const { projects } = report
  const parts = projects?.map(({ name }) => partOf(reportOfProject(report, name), name)) ?? [partOf(report)]
  const lines: string[] = []
  let room = toldInFull
  for (const part of parts) {
    lines.push(...bodyOf(part, room, paint, context))
    room = Math.max(0, room - causesIn(part.sections))
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
  room: number,
  paint: Paint,
  context: ReporterContext,
): string[] {
  const { width } = context
  // Of several projects, one without findings is told in one line at the end.
  if (name !== undefined && report.findings.length === 0) return []
  let left = room
  const told = sections.flatMap((section) => {
    const lines = [...sectionLines(section, left, paint, context), '']
    left = Math.max(0, left - section.causes.length)
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
  const steps = nextSteps(sections, oneSided, paint, context.width)
  return [
    ...(causesIn(sections) > toldInFull
      ? [
          paint.faint(
            `The first ${count(toldInFull, 'cause')} are told in full; "tattletype explain <id>" tells any of them.`,
          ),
          '',
        ]
      : []),
    ...(report.projects === undefined ? [] : [...projectLines(report.projects, paint, context.width), '']),
    verdict(report, paint),
    ...sinceLines(report, paint),
    '',
    ...summaryLines(report, paint, context.width),
    ...(steps.length > 0 ? ['', ...steps] : []),
  ]
}
