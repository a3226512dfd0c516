import type { Adapter } from './adapter.js'
import { fastify } from './fastify/adapter.js'

/** Every framework that is read, by id. */
export const adapters = { fastify } satisfies Record<string, Adapter>

export type AdapterId = keyof typeof adapters
