/** What the workflow says, and what GitHub says of the run. */
export interface Inputs {
  readonly workspace: string
  /** Relative to the workspace; empty for its top. */
  readonly folder: string
  readonly args: readonly string[]
  /** `auto`, `none` or a revision. */
  readonly base: string
  readonly version: string
  readonly sarif: string
  readonly comment: boolean
  readonly token: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the inputs as the runner hands them on: `INPUT_NAME`, letters in capitals and dashes kept. */
export function inputsOf(env: Env): Inputs {
  const input = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const lines = (name: string) =>
    input(name)
      .split(/\s*\n\s*/)
      .filter(Boolean)
  const flag = (name: string) => (input(name) === '' ? [] : [`--${name}`, input(name)])
  const list = (name: string) => (lines(name).length === 0 ? [] : [`--${name}`, ...lines(name)])
  return {
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    folder: input('working-directory').replace(/^\.?\/+|^\.$|\/+$/g, ''),
    args: [...list('spec'), ...list('project'), ...['config', 'baseline', 'fail-on'].flatMap(flag)],
    base: input('base') || 'auto',
    version: input('version'),
    sarif: input('sarif'),
    comment: input('comment') !== 'false',
    token: input('token'),
  }
}
