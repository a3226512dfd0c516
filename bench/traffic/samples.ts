import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp as createGenai } from '../../samples/express-genai/src/app.js'
import { createApp as createGarden } from '../../samples/hono-garden/src/app.js'
import { questions as genai } from '../../test/samples/express-genai.questions.js'
import { questions as garden } from '../../test/samples/hono-garden.questions.js'
import { type Exchange, record } from './record.js'

/** A sample with the requests that its server really answered, and where it stood. */
export interface Recording {
  readonly sample: string
  readonly server: string
  readonly exchanges: readonly Exchange[]
}

/** Starts each sample in turn and asks what its own test asks. */
export async function recordSamples(): Promise<readonly Recording[]> {
  return [await recordGenai(), await recordGarden()]
}

async function recordGenai(): Promise<Recording> {
  const server = createGenai().listen(0)
  // A server that listens on a port has an address with one.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const exchanges = await record(base, genai, ({ token }) => (token === null ? null : `Bearer ${token ?? 'ada-token'}`))
  server.close()
  return { sample: 'express-genai', server: base, exchanges }
}

async function recordGarden(): Promise<Recording> {
  let stop = () => {}
  const base = await new Promise<string>((started) => {
    const server = serve({ fetch: createGarden().fetch, port: 0 }, ({ port }) => started(`http://127.0.0.1:${port}`))
    stop = () => void server.close()
  })
  const exchanges = await record(base, garden, ({ stranger }) => (stranger ? null : 'Bearer gardener'))
  stop()
  return { sample: 'hono-garden', server: base, exchanges }
}
