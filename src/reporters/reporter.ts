import type { Report } from '../model/report.js'

/** What a reporter may know beside the report; it asks nothing of the process. */
export interface ReporterContext {
  readonly color: boolean
  /** Columns of the terminal, or of a page. */
  readonly width: number
  /** The text of a reported file, where it can still be read; for code frames. */
  readonly readSource: (file: string) => string | undefined
}

/** One format: the whole output as text, with a newline at its end. */
export type Reporter = (report: Report, context: ReporterContext) => string
