#!/usr/bin/env node
import type { Io, Progress, Stream } from './cli/io.js'
import type { Tool } from './cli/tool.js'

/** The only file that touches the process: arguments in, text and exit code out. */
async function main(): Promise<void> {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  try {
    // Loaded here and not above, so that a broken installation ends with our exit code and not with that of drift.
    const [{ run }, { rules }, { toolVersion }] = await Promise.all([
      import('./cli/run.js'),
      import('./rules/index.js'),
      import('./tool-version.js'),
    ])
    process.exitCode = await run(process.argv.slice(2), await world(), { version: toolVersion, rules, audit })
  } catch (error) {
    fail(error)
  }
}

/** The compiler and the validators take longer to load than a help text takes to print: they are loaded for an audit alone. */
const audit: Tool['audit'] = async (options) => (await import('./audit/remembered.js')).rememberedAudit(options)

function fail(error: unknown): void {
  const stack = process.env.TATTLETYPE_DEBUG && error instanceof Error ? error.stack : undefined
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  process.stderr.write(`tattletype: internal error: ${stack ?? `${message}. Set TATTLETYPE_DEBUG=1 to see where.`}\n`)
  process.exitCode = 2
}

async function world(): Promise<Io> {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: new Date().toISOString().slice(0, 10),
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    progress: await progressOf(),
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI ? { ask } : {}),
  }
}

async function ask(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // A closed input is no answer, and no answer is no.
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('no')))
  const answer = await Promise.race([terminal.question(`${question} [Y/n] `), closed])
  terminal.close()
  return /^\s*(y(es)?)?\s*$/i.test(answer)
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  // A reader that has seen enough (`| head`) closes the pipe, which is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fail(error)
  })
  return { isTerminal: stream.isTTY === true, columns: stream.columns, write: (text) => void stream.write(text) }
}

async function progressOf(): Promise<Progress> {
  const watched = process.stderr.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb'
  if (!watched) return { step() {}, stop() {} }
  const { default: yoctoSpinner } = await import('yocto-spinner')
  const spinner = yoctoSpinner({ stream: process.stderr })
  return {
    step(words) {
      if (!spinner.isSpinning) spinner.start()
      spinner.text = words
    },
    stop: () => void spinner.stop(),
  }
}

void main()
