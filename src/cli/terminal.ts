import type { Io, Stream } from './io.js'

const widthOfPipe = 100
const widest = 120
const narrowest = 40

/** The width to lay text out for: the terminal's within reason, and a page's where there is none. */
export function widthOf(stream: Stream): number {
  return Math.max(narrowest, Math.min(widest, stream.columns ?? widthOfPipe))
}

/** Whether to colour a stream: a flag decides, then FORCE_COLOR, then NO_COLOR (as Node itself reads them), then the terminal. */
export function colorOf(stream: Stream, env: Io['env'], flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return stream.isTerminal && env.TERM !== 'dumb'
}
