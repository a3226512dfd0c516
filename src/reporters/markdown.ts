import { groupBy } from '../model/group.js'
import type { Report } from '../model/report.js'
import type { UserError } from '../model/user-error.js'
import { causeItem } from './markdown/cause-item.js'
import { code, plain } from './markdown/escape.js'
import { weeklyBlock } from './markdown/weekly-block.js'
import type { Cause, Section } from './pretty/cause.js'
import { causesOf, sectionsOf } from './pretty/sections.js'
import { count, countSeverities, duration, marks, percent } from './pretty/words.js'
import type { Reporter } from './reporter.js'

/** A comment on GitHub holds 65,536 characters, and whoever posts this puts a line or two of their own around it. */
const comment = 60_000

/** For a comment, a job summary or an issue: the verdict, each cause with both places and its proof, what it costs. */
export const markdown: Reporter = (report, { weekly, longest = comment, faults = [] }) => {
  const sections = byProject(sectionsOf(causesOf(report.findings)))
  const items = sections.flatMap(({ project, endpoints, causes }) => {
    const of = project === undefined ? '' : `${plain(project)}: `
    const heading = `${of}${endpoints.length === 0 ? 'The document itself' : endpoints.map(code).join(', ')}`
    return causes.map((cause, index) => ({ cause, heading: index === 0 ? `### ${heading}\n\n` : '' }))
  })
  const series = weekly === undefined ? '' : `\n\n${weeklyBlock(weekly, report)}`
  const [head, foot] = [`${headOf(report)}${faults.map(faultLine).join('')}${series}`, footOf(report)]
  const room = longest - head.length - foot.length - 200
  const shown = [...fitting(items, room)]
  const rest = items.length - shown.length
  const more =
    rest > 0 ? [`_+${count(rest, 'more cause')}: \`tattletype --format html:report.html\` lists them all._`] : []
  return `${[head, ...shown, ...more, foot].join('\n\n')}\n`
}

interface Item {
  readonly cause: Cause
  readonly heading: string
}

/** The first items as text, as many as there is room for; those beyond are never written. */
function* fitting(items: readonly Item[], room: number): Generator<string> {
  let left = room
  for (const { cause, heading } of items) {
    const block = `${heading}${causeItem(cause)}`
    left -= block.length + 2
    if (left < 0) return
    yield block
  }
}

function faultLine({ message, file, hint }: UserError): string {
  const words = hint === undefined ? message : `${message}. ${hint}`
  return `\n\n✖ ${file === undefined ? '' : `${code(file)}: `}${plain(words)}`
}

function headOf({ findings, summary, since, spec, projects }: Report): string {
  const documents = spec.map(({ file }) => code(file)).join(', ')
  const fresh = since === undefined ? '' : 'new '
  const verdict =
    findings.length === 0
      ? `✔ No ${fresh}drift between ${documents} and the code.`
      : `✖ ${countSeverities(findings)} (${count(summary.causes, `${fresh}cause`)}) between ${documents} and the code.`
  const mended =
    since !== undefined && since.mended > 0 ? [`✔ ${count(since.mended, 'finding')} mended: thank you.`] : []
  const standing =
    since !== undefined && since.standing > 0
      ? [`${count(since.standing, 'finding')} from before (${plain(since.name)}) not shown.`]
      : []
  return [`**${verdict}**`, ...projectTable(projects), ...mended, ...standing].join('\n\n')
}

/** A project after the other, each with its worst first. */
const byProject = (sections: readonly Section[]): readonly Section[] =>
  [...groupBy(sections, ({ project = '' }) => project)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => own)

function projectTable(projects: Report['projects']): readonly string[] {
  if (projects === undefined) return []
  const rows = projects.map(({ name, summary: { findings, endpoints, coverage } }) => {
    const { error, warning, info } = findings
    const verified = percent(coverage.verified, coverage.elements)
    const mark = error > 0 ? marks.error : warning > 0 ? marks.warning : '✔'
    return `| ${mark} ${plain(name)} | ${error} | ${warning} | ${info} | ${endpoints.matched} of ${endpoints.documented} | ${verified} |`
  })
  const head = '| project | errors | warnings | notes | matched | verified |'
  return [[head, '|---|---:|---:|---:|---:|---:|', ...rows].join('\n')]
}

function footOf({ summary }: Report): string {
  const { endpoints, coverage, cost } = summary
  const hours = cost.constants.hoursPerDay ?? 8
  return [
    '---',
    [
      `${endpoints.matched} of ${endpoints.documented} documented endpoints matched`,
      `${percent(coverage.verified, coverage.elements)} of ${coverage.elements} elements verified`,
      `about ${duration(cost.mending, hours)} to mend all drift (grade ${cost.grade})`,
    ].join(' · '),
  ].join('\n\n')
}
