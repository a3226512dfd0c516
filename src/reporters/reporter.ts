import type { Report } from '../model/report.js'
import type { Rule } from '../model/rule.js'
import type { UserError } from '../model/user-error.js'
import type { Weekly } from '../model/weekly.js'

/** What a rule says of itself. */
export type RuleWords = Pick<Rule, 'severity' | 'summary' | 'why' | 'fix'>

/** What a reporter may know beside the report; it asks nothing of the process. */
export interface ReporterContext {
  readonly color: boolean
  /** Columns of the terminal, or of a page. */
  readonly width: number
  /** The text of a reported file, where it can still be read; for code frames. */
  readonly readSource: (file: string) => string | undefined
  /** The words of the rules, by id. */
  readonly rules?: Readonly<Record<string, RuleWords>>
  /** The files that changed, where only what is new is told; relative to the root. */
  readonly changed?: ReadonlySet<string>
  /** What fails the run beside the findings: a baseline that is over, too little coverage. */
  readonly faults?: readonly UserError[]
  /** The project's folder from the top of what a build server has checked out, where it is not that top. */
  readonly folder?: string
  /** How many characters the reader takes, where that is known; a comment's where absent. */
  readonly longest?: number
  /** Where the report is the last of a series: what came, what went, and since when. */
  readonly weekly?: Weekly
}

/** One format: the whole output as text, with a newline at its end. */
export type Reporter = (report: Report, context: ReporterContext) => string
