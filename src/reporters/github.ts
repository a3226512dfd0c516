import type { Severity } from '../model/finding.js'
import type { UserError } from '../model/user-error.js'
import { type Told, toldOf } from './element.js'
import { byWeight } from './order.js'
import { fromTop, placesOf } from './place.js'
import { count } from './pretty/words.js'
import type { Reporter, ReporterContext } from './reporter.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** What GitHub shows of each kind from one step; the rest it drops without a word. */
const shownByGitHub = 10

/** Workflow commands that GitHub turns into annotations: those that matter most, and how many there are besides. */
export const github: Reporter = ({ findings }, context) => {
  const { changed, faults = [] } = context
  const causes = toldOf(findings)
  const shown = faults.map((fault) => faultLine(fault, context))
  for (const [severity, command] of Object.entries(commands)) {
    const all = byWeight(
      causes.filter(({ finding }) => finding.severity === severity),
      changed,
    )
    const places = shownByGitHub - (severity === 'error' ? faults.length : 0)
    const room = all.length > places ? places - 1 : places
    shown.push(...all.slice(0, room).map((told) => annotation(command, told, context)))
    const rest = all.length - room
    if (rest > 0) shown.push(`::${command} title=tattletype::+${count(rest, 'more cause')} in the summary`)
  }
  return shown.map((line) => `${line}\n`).join('')
}

function annotation(command: string, { finding, sentence }: Told, { changed, folder }: ReporterContext): string {
  const { main, other } = placesOf(finding, changed)
  const place =
    main === null ? [] : [`file=${property(fromTop(main.file, folder))}`, `line=${main.line}`, `col=${main.column}`]
  const title = `title=${property(`tattletype: ${finding.rule}`)}`
  const also =
    other === null
      ? ''
      : ` (${other === finding.spec ? 'document' : 'code'}: ${fromTop(other.file, folder)}:${other.line})`
  return `::${command} ${[...place, title].join(',')}::${data(`${sentence}${also}\n${finding.fix}`)}`
}

function faultLine({ message, hint, file, line }: UserError, { folder }: ReporterContext): string {
  const place = file === undefined ? [] : [`file=${property(fromTop(file, folder))}`, `line=${line ?? 1}`]
  const words = hint === undefined ? message : `${message}\n${hint}`
  return `::error ${[...place, 'title=tattletype'].join(',')}::${data(words)}`
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
