import { describe, expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

const refuse = `{ res.status(401).json({ error: 'who are you?' }); return }`

/** What is known of the security of a route behind `auth`. */
function securityBehind(body: string) {
  const text = `
    import express from 'express'
    import { isOutside, isMember } from './elsewhere.js'
    const auth = (req: express.Request, res: express.Response, next: () => void) => { ${body} }
    const app = express()
    app.get('/pets', auth, (req, res) => { res.json({ ok: true }) })`
  const files = new Map([
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"target":"es2022","module":"nodenext","types":[]}}'],
    ['package.json', '{"type":"module","dependencies":{"express":"5"}}'],
    ['app.ts', text],
    [
      'elsewhere.ts',
      `import type { Request } from 'express'
      export const isOutside = (req: Request) => Math.random() > 0.5
      export const isMember = (token: string | undefined) => token === 'x'`,
    ],
  ])
  return readFiles('test/code', files).endpoints[0]?.security.kind
}

describe('a middleware that is named for authentication', () => {
  it.each([
    ['passes some requests by before it asks', `if (isOutside(req)) return next()`],
    ['passes some by beside what it asks', `if (isOutside(req) || req.query.open) { next(); return }`],
  ])('is not known to guard where it %s', (_, first) => {
    expect(
      securityBehind(`
        ${first}
        if (!isMember(req.headers.authorization)) ${refuse}
        next()`),
    ).toBe('unknown')
  })

  it('is not known to guard where it passes some by and refuses the rest with a status that is not known, or 403', () => {
    expect(
      securityBehind(`
        if (isOutside(req)) return next()
        try {
          const status = Number(req.headers['x-status'])
          if (status > 0) { res.status(status).end(); return }
          next()
        } catch { res.status(403).end() }`),
    ).toBe('unknown')
  })

  it.each([
    [
      'refuses first and passes then',
      `
        if (!isMember(req.headers.authorization)) ${refuse}
        next()`,
    ],
    [
      'passes those who have shown who they are, and refuses all others',
      `
        if (isMember(req.headers.authorization)) return next()
        ${refuse}`,
    ],
    [
      'passes in a try whose catch refuses',
      `
        try {
          isMember(req.headers.authorization)
          next()
        } catch ${refuse}`,
    ],
  ])('guards where it %s', (_, body) => {
    expect(securityBehind(body)).toBe('guarded')
  })
})
