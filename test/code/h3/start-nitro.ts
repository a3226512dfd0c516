import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Served } from '../next/start-next.js'

/** Builds a copy of the folder with Nitro, and starts what it built; fails with what either printed. */
export async function startNitro(application: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-nitro-'))
  cpSync(application, folder, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const command = resolve('node_modules/nitropack/dist/cli/index.mjs')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [command, 'build'], { cwd: folder, env })
  const server = spawn(process.execPath, ['.output/server/index.mjs'], {
    cwd: folder,
    env: { ...env, NITRO_HOST: '127.0.0.1', NITRO_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done))
    if (server.exitCode === null && server.kill('SIGKILL')) await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  let printed = ''
  const base = await new Promise<string | null>((done) => {
    const read = (chunk: Buffer) => {
      printed += String(chunk)
      const address = /https?:\/\/\S+:(\d+)/.exec(printed)
      if (address) done(`http://127.0.0.1:${address[1]}`)
    }
    for (const stream of [server.stdout, server.stderr]) stream.on('data', read)
    server.once('exit', () => done(null))
  })
  if (base !== null) return { base, stop }
  await stop()
  throw new Error(`what Nitro built does not start; it printed:\n${printed}`)
}
