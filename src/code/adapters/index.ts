import type { Adapter } from './adapter.js'
import { express } from './express/adapter.js'
import { fastify } from './fastify/adapter.js'
import { h3 } from './h3/adapter.js'
import { hono } from './hono/adapter.js'
import { koa } from './koa/adapter.js'
import { nest } from './nest/adapter.js'
import { next } from './next/adapter.js'
import { routingControllers } from './routing-controllers/adapter.js'
import { tsoa } from './tsoa/adapter.js'

/** Every framework that is read, by id. */
export const adapters = {
  express,
  fastify,
  h3,
  hono,
  koa,
  nest,
  next,
  'routing-controllers': routingControllers,
  tsoa,
} satisfies Record<string, Adapter>

export type AdapterId = keyof typeof adapters
