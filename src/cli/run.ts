import { CommanderError } from 'commander'
import { commandFirst } from './command-first.js'
import { exit } from './exit.js'
import type { Io } from './io.js'
import { printError } from './messages.js'
import { programOf } from './program.js'
import type { Tool } from './tool.js'

/** Runs one command line (without the program's own name) and answers with the exit code; never throws. */
export async function run(argv: readonly string[], io: Io, tool: Tool): Promise<number> {
  let code: number = exit.failed
  try {
    const program = programOf(io, tool, (answer) => {
      code = answer
    })
    const lists = program.commands.flatMap(({ options }) => options.filter(({ variadic }) => variadic))
    const flags = lists.flatMap(({ short, long }) => [short ?? [], long ?? []].flat())
    const names = program.commands.map((command) => command.name())
    await program.parseAsync(commandFirst(argv, names, flags), { from: 'user' })
    return code
  } catch (error) {
    io.progress.stop()
    if (!(error instanceof CommanderError)) return crashed(error, io)
    if (error.exitCode === 0) return exit.clean
    printError(io, { message: wordsOf(error) })
    return exit.failed
  }
}

/** What commander complains of, without the words that it has for itself alone. */
const wordsOf = ({ message }: CommanderError): string =>
  message
    .replace(/^error: /, '')
    .replace(/^command-argument value '(.*)' is invalid for argument '(.*)'\. /, 'there is no $2 "$1". ')
    .replace(/^missing required argument '(.*)'$/, 'name the $1: --help lists what there is')

/** What is thrown is a fault of the tool: one line for the user, the stack for who asks. */
function crashed(error: unknown, io: Io): number {
  const message = error instanceof Error ? error.message : String(error)
  printError(io, { message: `internal error: ${message}`, hint: 'Set TATTLETYPE_DEBUG=1 to see where.' })
  if (io.env.TATTLETYPE_DEBUG && error instanceof Error) io.err.write(`${error.stack ?? ''}\n`)
  return exit.failed
}
