import { Chalk } from 'chalk'
import type { Severity } from '../../model/finding.js'

type Brush = (text: string) => string

/** Colours by meaning; with colour off every brush leaves the text as it is. */
export interface Paint {
  readonly severity: Readonly<Record<Severity, Brush>>
  readonly strong: Brush
  readonly faint: Brush
  readonly place: Brush
  readonly good: Brush
}

/** Only the sixteen colours of the terminal's own theme, so that they are readable on any ground. */
export function paintOf(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  return {
    severity: { error: chalk.red, warning: chalk.yellow, info: chalk.blue },
    strong: chalk.bold,
    faint: chalk.dim,
    place: chalk.cyan,
    good: chalk.green,
  }
}
