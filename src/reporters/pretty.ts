import type { Report } from '../model/report.js'
import { nextSteps } from './pretty/next-steps.js'
import { noteLines } from './pretty/notes.js'
import { isOneSided, oneSidedLines } from './pretty/one-sided.js'
import { paintOf } from './pretty/paint.js'
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
  const oneSided = report.findings.filter(isOneSided)
  const causes = causesOf(report.findings.filter((finding) => !isOneSided(finding)))
  const notes = causes.filter(({ finding }) => finding.severity === 'info').flatMap(({ findings }) => findings)
  const sections = sectionsOf(causes.filter(({ finding }) => finding.severity !== 'info'))
  const lines = [paint.faint(opening(report)), '']
  if (oneSided.length > 0) lines.push(...oneSidedLines(oneSided, paint, context.width), '')
  let room = toldInFull
  for (const section of sections) {
    lines.push(...sectionLines(section, room, paint, context), '')
    room = Math.max(0, room - section.causes.length)
  }
  if (notes.length > 0) lines.push(...noteLines(notes, paint, context.width), '')
  lines.push(...closing(report, sections, oneSided.length > 0, context))
  return `${lines.join('\n')}\n`
}

function opening({ spec, code }: Report): string {
  const documents = spec.map(({ file, dialect }) => `${file} (${dialect})`).join(', ')
  const sides = code.map((side) =>
    'document' in side ? side.document : `${side.project} (${side.adapters.join(', ')})`,
  )
  return visible(`${documents} against ${sides.join(', ')}`)
}

function closing(
  report: Report,
  sections: ReturnType<typeof sectionsOf>,
  oneSided: boolean,
  context: ReporterContext,
): string[] {
  const paint = paintOf(context.color)
  const causes = sections.reduce((sum, section) => sum + section.causes.length, 0)
  const steps = nextSteps(sections, oneSided, paint, context.width)
  return [
    ...(causes > toldInFull
      ? [
          paint.faint(
            `The first ${count(toldInFull, 'cause')} are told in full; "tattletype explain <id>" tells any of them.`,
          ),
          '',
        ]
      : []),
    verdict(report, paint),
    ...sinceLines(report, paint),
    '',
    ...summaryLines(report, paint, context.width),
    ...(steps.length > 0 ? ['', ...steps] : []),
  ]
}
