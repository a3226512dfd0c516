import { describe, expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

const files = new Map(
  Object.entries({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        module: 'nodenext',
        types: [],
        experimentalDecorators: true,
        jsx: 'preserve',
      },
    }),
    'package.json': '{"type":"module","dependencies":{"next":"16"}}',
    'express.ts': `
      import express from 'express'
      import { unless } from 'express-unless'
      import { knownMember, stamp } from 'club-middleware'
      const app = express()
      app.get('/express/member', knownMember, (req, res) => { res.json({ ok: true }) })
      app.get('/express/made', knownMember('gold'), (req, res) => { res.json({ ok: true }) })
      app.get('/express/stamped', stamp, (req, res) => { res.json({ ok: true }) })
      const authenticate = Object.assign((req: express.Request, res: express.Response, next: () => void) => next(), { unless })
      app.get('/express/unless', authenticate.unless({ path: ['/express/unless'] }), (req, res) => { res.json({ ok: true }) })
      app.get('/express/open', (req, res) => { res.json({ ok: true }) })`,
    'koa.ts': `
      import Koa from 'koa'
      import Router from '@koa/router'
      import { knownMember } from 'club-middleware'
      const app = new Koa()
      const router = new Router()
      router.get('/koa/member', knownMember, (ctx) => { ctx.body = { ok: true } })
      app.use(router.routes())`,
    'app/api/member/route.ts': `
      import { knownMember } from 'club-middleware'
      export const GET = knownMember(async () => Response.json({ ok: true }))`,
    'nest.ts': `
      import { Controller, Get, Module, UseGuards } from '@nestjs/common'
      import { NestFactory } from '@nestjs/core'
      import { MemberGuard } from 'club-middleware'
      @Controller('nest')
      class MemberController { @Get('member') @UseGuards(MemberGuard) find() { return { ok: true } } }
      @Module({ controllers: [MemberController] })
      class AppModule {}
      NestFactory.create(AppModule).then((app) => app.listen(1))`,
  }),
)

const securities = (authentication: readonly string[]) => {
  const read = readFiles('test/code', files, { authentication })
  return new Map(read.endpoints.map(({ path, security }) => [path, security.kind]))
}

const members = ['/express/member', '/express/made', '/koa/member', '/nest/member', '/api/member']

describe('what another package does before the handler', () => {
  const unnamed = securities([])
  const named = securities(['knownMember', 'MemberGuard'])

  it.each(members)('is unknown at %s, and authentication where it is configured', (path) => {
    expect([unnamed.get(path), named.get(path)]).toEqual(['unknown', 'guarded'])
  })

  it('is unknown where it leaves out some paths, whatever it is called', () => {
    expect(unnamed.get('/express/unless')).toBe('unknown')
  })

  it('stays unknown under a name that is not configured', () => {
    expect(named.get('/express/stamped')).toBe('unknown')
    expect(named.get('/express/open')).toBe('open')
  })
})
