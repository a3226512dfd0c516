import type { Command } from 'commander'

/** The flags as commander gives them, before anything of them is believed. */
export interface Flags {
  readonly spec?: readonly string[]
  readonly project?: readonly string[]
  readonly code?: string
  readonly ignore?: readonly string[]
  readonly rule?: readonly string[]
  readonly config?: string
  readonly allowRemote?: true
  readonly execConfig: boolean
  readonly color?: boolean
  readonly printConfig?: true
  readonly cache?: boolean
  readonly cacheDir?: string
  readonly format?: readonly string[]
  readonly failOn?: string
  readonly minCoverage?: string
  readonly staged?: true
  readonly shard?: string
  readonly baseline?: string
  /** The revision, or `true` where it is left to the environment. */
  readonly base?: string | true
  /** Of init: write without asking, and what to leave out. */
  readonly yes?: true
  readonly skip?: readonly string[]
  readonly sort?: string
  readonly explain?: string
  readonly months?: string
  readonly since?: string
  readonly history?: string
}

/** Flags of every command that audits: what is compared, and how. */
export function addSourceFlags(command: Command): Command {
  return command
    .optionsGroup(sharedGroup)
    .option('-s, --spec <file...>', 'the document(s); found by name where absent')
    .option(
      '-p, --project <tsconfig...>',
      'the tsconfig(s) of the code; of a configuration with projects: which, by name',
    )
    .option('--code <document>', 'an OpenAPI document that stands for the code; also a URL on this machine')
    .option('--ignore <pattern...>', 'leave endpoints out: "METHOD /glob" or "/glob"')
    .option('--rule <id=severity...>', 'set a rule to error, warning, info or off')
    .option('-c, --config <file>', 'the configuration; found by name where absent')
    .option('--no-exec-config', 'refuse a configuration that is code')
    .option('--baseline <file>', 'the file of known findings (tattletype.baseline.jsonl)')
    .option('--allow-remote', 'let $ref lead to a URL')
    .option('--no-cache', 'read everything anew, and keep nothing')
    .option('--cache-dir <folder>', 'where to keep what was read (node_modules/.cache/tattletype)')
    .option('--print-config', 'print every setting with where it comes from, and stop')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .optionsGroup('Options:')
}

/** The heading of what many commands share in their help; a command's own options stand before it. */
export const sharedGroup = 'What is compared, and how:'

/** Flags of the audit itself: what is printed, and what fails. */
export function addAuditFlags(command: Command): Command {
  return addSourceFlags(command)
    .option(
      '-f, --format <name...>',
      'the reporter (pretty, json, markdown, github, sarif …, or blob); name:file writes to a file',
    )
    .option('--base [ref]', 'tell only what is new since this branch parted from it; in CI found by itself')
    .option('--staged', 'audit what is staged, and tell only what is new since the last commit')
    .option('--shard <which>', 'audit one part of the projects of a configuration: 1/3, 2/3, 3/3')
    .option('--fail-on <severity>', 'exit with 1 from this severity on: error (default), warning, info, never')
    .option('--min-coverage <percent>', 'exit with 1 where less of the document could be verified')
}
