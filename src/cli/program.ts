import { Argument, Command, Option } from 'commander'
import { didYouMean } from '../config/suggest.js'
import { type BaselineAction, baselineActions } from './baseline-actions.js'
import { costColumns } from './cost/columns.js'
import { exit } from './exit.js'
import { addAuditFlags, addSourceFlags, type Flags, sharedGroup } from './flags.js'
import type { Io } from './io.js'
import { printError } from './messages.js'
import { nothingStaged } from './nothing-staged.js'
import { colorOf, widthOf } from './terminal.js'
import type { Tool } from './tool.js'

/**
 * The commands and their options; the command that runs hands its exit code to `done`. Each is loaded when it runs: a hook with
 * nothing to do should not wait for the others.
 */
export function programOf(io: Io, tool: Tool, done: (code: number) => void): Command {
  const program = new Command('tattletype')
    .description('Finds where a hand-written OpenAPI document and the TypeScript that serves the API differ.')
    .version(tool.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => widthOf(io.out),
      getOutHasColors: () => colorOf(io.out, io.env, undefined),
    })
    .configureHelp({
      // A command's own options before those that it shares with the others.
      groupItems(unsorted, visible, groupOf) {
        const names = [...new Set([...unsorted, ...visible].map(groupOf))]
        const rank = (name: string) => Number(name === sharedGroup)
        const sorted = names.sort((a, b) => rank(a) - rank(b))
        return new Map(sorted.map((name) => [name, visible.filter((item) => groupOf(item) === name)]))
      },
    })
  addAuditFlags(program.command('audit', { isDefault: true }))
    .description('compare the document with the code (default)')
    .allowExcessArguments(true)
    .action(async (flags: Flags, { args: [word] }: Command) => {
      if (word !== undefined) return done(unknownCommand(word, program, io))
      if (await nothingStaged(flags, io)) return done(exit.clean)
      const { audit } = await import('./commands/audit.js')
      done(await audit(flags, io, tool))
    })
  addSourceFlags(program.command('routes'))
    .description('list what each side has, what matches, and what could not be followed')
    .option('-f, --format <name...>', 'pretty, json; name:file writes to a file')
    .action(async (flags: Flags) => done(await (await import('./commands/routes.js')).routes(flags, io, tool)))
  addSourceFlags(program.command('explain'))
    .description('explain a rule, an endpoint ("GET /pets") or a finding (its id)')
    .usage('<what...> [options]')
    .argument('[what...]')
    .action(async (words: string[], flags: Flags) => {
      const { explain } = await import('./commands/explain.js')
      done(await explain(words, flags, io, tool))
    })
  addSourceFlags(program.command('cost'))
    .description('what each endpoint cost to document, costs to keep in step, and what its drift costs to mend')
    .usage('[backtest] [options]')
    .addArgument(
      new Argument('[what]', 'backtest: hold the model against the last months of the history').choices(['backtest']),
    )
    .option('--sort <column>', `by ${costColumns.join(', ')} (mending)`)
    .option('--explain <endpoint>', 'print every term of one endpoint: "GET /pets"')
    .option('--months <number>', 'of the backtest: how many months are held out (12)')
    .option('-f, --format <name...>', 'pretty, json; name:file writes to a file')
    .action(async (what: 'backtest' | undefined, flags: Flags) => {
      if (what === undefined) return done(await (await import('./commands/cost.js')).cost(flags, io, tool))
      done(await (await import('./commands/cost-backtest.js')).costBacktest(flags, io, tool))
    })
  addSourceFlags(program.command('report'))
    .description('the weekly report: what is new, what was mended, what stayed, and which commits brought it')
    .option('--since <weeks>', 'audit one commit a week from git, so many weeks back (12w)')
    .option('--history <file>', 'compare with the records of a file instead, and append one')
    .option('-f, --format <name...>', 'pretty, json, markdown, html, badge, shields; name:file writes to a file')
    .action(async (flags: Flags) => done(await (await import('./commands/report.js')).report(flags, io, tool)))
  addSourceFlags(program.command('baseline'))
    .description('accept the findings of today: write, update or prune the file of known findings')
    .addArgument(new Argument('<action>', 'write it, update it, or prune what was mended').choices(baselineActions))
    .action(async (action: BaselineAction, flags: Flags) => {
      const { baseline } = await import('./commands/baseline.js')
      done(await baseline(action, flags, io, tool))
    })
  program
    .command('merge-reports')
    .description('join the blobs of shards: the same reports and exit code as one run')
    .argument('<files...>', 'one for each shard, as --shard 1/3 --format blob:1.json writes them')
    .option('-f, --format <name...>', 'as of the audit; name:file writes to a file')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (files: string[], flags: Flags) => {
      const { mergeReports } = await import('./commands/merge-reports.js')
      done(mergeReports(files, flags, io, tool))
    })
  addSourceFlags(program.command('init'))
    .description('set the tool up here: a configuration, and if you like a hook, a workflow and a baseline')
    .option('-y, --yes', 'write without asking')
    .addOption(new Option('--skip <what...>', 'leave out').choices(['hook', 'workflow', 'baseline']))
    .action(async (flags: Flags) => done(await (await import('./commands/init.js')).init(flags, io, tool)))
  program
    .command('schema')
    .description('print the JSON Schema of the report, of the weekly report, or of the configuration')
    .argument('<schema>', 'report, weekly or config')
    .action(async (name: string) => done((await import('./commands/schema.js')).schema(name, io, tool)))
  return program.addHelpText('after', footer)
}

const footer = `
Examples:
  tattletype                       audit the project of this folder
  tattletype init                  set up a configuration, a hook, a workflow and a baseline
  tattletype --base origin/main    tell only what is new on this branch
  tattletype -f html:report.html   write a page

Options of the audit: tattletype audit --help.
Exit codes: 0 no drift, 1 drift, 2 a mistake of the user or of the tool.`

function unknownCommand(word: string, program: Command, io: Io): number {
  const names = program.commands.map((command) => command.name())
  const message = names.includes(word)
    ? `put the command first: tattletype ${word} …`
    : `unknown command "${word}".${didYouMean(word, names)}`
  printError(io, { message })
  return exit.failed
}
