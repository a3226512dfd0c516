import { describe, expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

const valid = 'const valid = (token: string | undefined): boolean => token === "x"'
const express: Readonly<Record<string, string>> = {
  errorOrNothing: 'next(valid(req.headers.authorization) ? undefined : new Denied("no"))',
  eitherNext: 'valid(req.headers.authorization) ? next() : next(new Denied("no"))',
  onlyThen: 'const ok = valid(req.headers.authorization); ok && next(); return ok || res.sendStatus(401)',
  orNothing: 'const err = valid(req.headers.authorization) ? null : new Denied("no"); next(err ?? undefined)',
  variable: 'let err: Error | undefined; if (!valid(req.headers.authorization)) err = new Denied("no"); next(err)',
  callback: 'verify(req.headers.authorization, (err) => next(err ?? undefined))',
  oneExpression: 'return valid(req.headers.authorization) ? next() : res.sendStatus(401)',
  statusPut:
    'const err: any = new Error("no"); err.status = 401; if (!valid(req.headers.authorization)) return next(err); next()',
  statusAssigned:
    'if (!valid(req.headers.authorization)) throw Object.assign(new Error("no"), { status: 401 }); next()',
}
const koa: Readonly<Record<string, string>> = {
  asserted: 'ctx.assert(valid(ctx.headers.authorization), 401); await next()',
  orThrown: 'valid(ctx.headers.authorization) || ctx.throw(401); await next()',
  eitherThrown: 'return valid(ctx.headers.authorization) ? next() : ctx.throw(401, "no")',
  eitherSet: 'return valid(ctx.headers.authorization) ? next() : void (ctx.status = 401)',
}
const hono: Readonly<Record<string, string>> = {
  eitherAnswered: 'return valid(c.req.header("authorization")) ? next() : c.json({ error: "no" }, 401)',
  thrownInPlace: 'valid(c.req.header("authorization")) || (() => { throw new HTTPException(401) })(); await next()',
  heldAnswer:
    'const no = valid(c.req.header("authorization")) ? null : c.json({ error: "no" }, 401); return no ?? next()',
}
const fastify: Readonly<Record<string, string>> = {
  replied: '(request, reply, done) => { valid(request.headers.authorization) || reply.code(401).send({}); done() }',
  returned: 'async (request, reply) => valid(request.headers.authorization) ? undefined : reply.code(401).send({})',
  thrown: 'async (request) => { valid(request.headers.authorization) || fail() }',
  errorOrNothing: '(request, reply, done) => done(valid(request.headers.authorization) ? undefined : refused())',
}
const nest: Readonly<Record<string, string>> = {
  Expression: 'return valid(context.switchToHttp().getRequest().headers.authorization)',
  BothNeeded: 'const token = context.switchToHttp().getRequest().headers.authorization; return !!token && valid(token)',
  OrThrown: 'return valid(context.switchToHttp().getRequest().headers.authorization) || deny()',
}
const lines = (cases: Readonly<Record<string, string>>, line: (name: string, code: string) => string) =>
  Object.entries(cases)
    .map(([name, code]) => line(name, code))
    .join('\n')

const files = new Map(
  Object.entries({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [], experimentalDecorators: true },
    }),
    'package.json': '{"type":"module"}',
    'express.ts': `
      import express, { type NextFunction, type Request, type Response } from 'express'
      const app = express()
      ${valid}
      class Denied extends Error { status = 401 }
      const verify = (token: string | undefined, done: (err: Error | null) => void) => {
        valid(token) ? done(null) : done(new Denied('no'))
      }
      ${lines(
        express,
        (name, code) => `const ${name} = (req: Request, res: Response, next: NextFunction) => { ${code} }
        app.get('/express/${name}', ${name}, (req, res) => { res.json({ ok: true }) })`,
      )}
      app.get('/open/nothing', (req, res, next) => next(undefined), (req, res) => { res.json({ ok: true }) })
      declare const load: (id: string) => Promise<Error | undefined>
      app.get('/unknown/loaded', async (req, res, next) => next(await load('1')), (req, res) => { res.json({ ok: true }) })
      app.use((err: Error & { status?: number }, req: Request, res: Response, next: NextFunction) => {
        res.status(err.status ?? 500).json({ error: err.message })
      })`,
    'koa.ts': `
      import Koa, { type Context, type Next } from 'koa'
      import Router from '@koa/router'
      const app = new Koa()
      const router = new Router()
      ${valid}
      ${lines(koa, (name, code) => `router.get('/koa/${name}', async (ctx: Context, next: Next) => { ${code} }, (ctx: Context) => { ctx.body = { ok: true } })`)}
      app.use(router.routes())`,
    'hono.ts': `
      import { Hono } from 'hono'
      import { HTTPException } from 'hono/http-exception'
      const app = new Hono()
      ${valid}
      ${lines(hono, (name, code) => `app.get('/hono/${name}', async (c, next) => { ${code} }, (c) => c.json({ ok: true }))`)}
      export default app`,
    'fastify.ts': `
      import Fastify from 'fastify'
      const app = Fastify()
      ${valid}
      const refused = () => Object.assign(new Error('no'), { statusCode: 401 })
      const fail = (): never => { throw refused() }
      ${lines(fastify, (name, code) => `app.get('/fastify/${name}', { preHandler: ${code} }, async () => ({ ok: true }))`)}`,
    'nest.ts': `
      import { Controller, Get, Module, UseGuards, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common'
      import { NestFactory } from '@nestjs/core'
      ${valid}
      const deny = (): never => { throw new UnauthorizedException('no') }
      ${lines(nest, (name, code) => `class ${name} implements CanActivate { canActivate(context: ExecutionContext) { ${code} } }`)}
      @Controller('nest')
      class Pets { ${lines(nest, (name) => `@Get('${name}') @UseGuards(${name}) get${name}() { return { ok: true } }`)} }
      @Module({ controllers: [Pets] })
      class AppModule {}
      NestFactory.create(AppModule).then((app) => app.listen(1))`,
  }),
)
const read = readFiles('test/code', files)
const { endpoints } = read
const kind = (path: string) => endpoints.find((each) => each.path === path)?.security.kind

const paths = Object.entries({ express, koa, hono, fastify, nest }).flatMap(([framework, cases]) =>
  Object.keys(cases).map((name) => `/${framework}/${name}`),
)

describe('a guard', () => {
  it.each(paths)('refuses, however it says so: %s', (path) => {
    expect(kind(path)).toBe('guarded')
  })

  it('is none where nothing is ever handed on', () => {
    expect(kind('/open/nothing')).toBe('open')
  })

  it('may be one where an error is handed on of which nothing is known', () => {
    expect(kind('/unknown/loaded')).toBe('unknown')
  })
})
