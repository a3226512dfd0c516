import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Next serving a copy of an application. */
export interface Served {
  readonly base: string
  stop(): Promise<void>
}

/** Starts `next dev` on a copy of the folder and waits until the path is answered; fails with what Next printed. */
export async function startNext(application: string, path: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-next-'))
  cpSync(application, folder, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const args = [resolve('node_modules/next/dist/bin/next'), 'dev', '--webpack', '-p', String(port)]
  const env = { ...process.env, NODE_ENV: 'development' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += String(chunk)))
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done))
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  const deadline = Date.now() + 80_000
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break
    const answer = await fetch(base + path, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
    if (answer !== null) return { base, stop }
    await new Promise((done) => setTimeout(done, 1000))
  }
  await stop()
  throw new Error(`next dev does not answer ${path}; it printed:\n${printed}`)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
