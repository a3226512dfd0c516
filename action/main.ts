import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { commandOf, runTool } from './command.js'
import { putComment } from './comment.js'
import { baseOf, type Event, readEvent } from './event.js'
import { type Inputs, inputsOf } from './inputs.js'

/** The counts of a report that the outputs tell. */
interface Counts {
  readonly summary: { readonly findings: { readonly error: number; readonly warning: number; readonly info: number } }
  readonly since?: { readonly mended: number; readonly standing: number }
}

const { env } = process
const print = (line: string) => process.stdout.write(`${line}\n`)
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** Audits, and tells GitHub: annotations and summary by the tool itself, then the outputs and the comment. */
async function main(): Promise<number> {
  const inputs = inputsOf(env)
  const folder = resolve(inputs.workspace, inputs.folder)
  const command = commandOf(folder, inputs.workspace, inputs.version)
  if (command === null) {
    print(
      '::error title=tattletype::tattletype is not installed: add it to devDependencies and run npm ci before, or give a version',
    )
    return 2
  }
  const event = readEvent(env.GITHUB_EVENT_PATH)
  const base = baseOf(inputs.base, event, inputs.workspace)
  const drafts = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'tattletype-'))
  const [report, text] = [join(drafts, 'report.json'), join(drafts, 'report.md')]
  const sarif = inputs.sarif === '' ? null : resolve(inputs.workspace, inputs.sarif)
  const formats = [
    'pretty',
    'github',
    `json:${report}`,
    `markdown:${text}`,
    ...(sarif === null ? [] : [`sarif:${sarif}`]),
  ]
  const args = [...inputs.args, ...(base === undefined ? [] : ['--base', base]), '--format', ...formats]
  const code = await runTool(command, args, folder)
  const output = (name: string, value: string | number) =>
    env.GITHUB_OUTPUT ? appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`) : undefined
  output('exit-code', code)
  if (!existsSync(report)) {
    print('::error title=tattletype::the audit could not run; the log says why')
    return code === 0 ? 2 : code
  }
  const { summary, since }: Counts = JSON.parse(readFileSync(report, 'utf8'))
  output('errors', summary.findings.error)
  output('warnings', summary.findings.warning)
  output('mended', since?.mended ?? 0)
  output('report', report)
  if (sarif !== null) output('sarif', relative(inputs.workspace, sarif))
  const found = summary.findings.error + summary.findings.warning + summary.findings.info > 0
  await comment(inputs, event, readFileSync(text, 'utf8'), found)
  return code
}

/** A comment that cannot be written fails nothing: annotations and summary say the same. */
async function comment({ comment, token, folder }: Inputs, event: Event, text: string, found: boolean): Promise<void> {
  const number = event.pull_request?.number
  if (!comment || token === '' || number === undefined) return
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = env
  const marker = `<!-- tattletype: ${encodeURIComponent(`${env.GITHUB_WORKFLOW ?? ''}/${env.GITHUB_JOB ?? ''}/${folder}`)} -->`
  try {
    const posted = await putComment({ api, repository, number, token, marker }, text, found)
    if (posted !== 'refused') return
    print(
      '::notice title=tattletype::this token may not write comments (that of a fork never may; else set permissions: pull-requests: write); the job summary says the same',
    )
  } catch (error) {
    print(`::warning title=tattletype::no comment: ${escaped(error instanceof Error ? error.message : String(error))}`)
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  // Exit code 1 means drift, and a fault of the action is none.
  print(`::error title=tattletype::${escaped(error instanceof Error ? error.message : String(error))}`)
  process.exitCode = 2
}
