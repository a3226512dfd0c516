import { Router } from 'express'
import { z } from 'zod'
import { requireAuth } from '../http/auth.js'
import { NotFound } from '../http/errors.js'
import { created, ok } from '../http/respond.js'
import { validateBody } from '../http/validate.js'
import { sessions } from '../store/sessions.js'

const Login = z.object({ email: z.email(), password: z.string().min(8) })
const NewKey = z.object({
  name: z.string().min(1).max(60),
  scopes: z.array(z.enum(['chat', 'embeddings', 'documents', 'admin'])).min(1),
})

export const authRouter = Router()

authRouter.post('/login', validateBody(Login), (req, res) => {
  const tokens = sessions.login(req.body.email, req.body.password)
  if (!tokens) {
    res.status(401).json({ error: { code: 'unauthenticated', message: 'Wrong e-mail or password' } })
    return
  }
  ok(res, tokens)
})

authRouter.post('/refresh', (req, res) => {
  const { refreshToken } = req.body as { refreshToken: string }
  const tokens = sessions.refresh(refreshToken)
  if (!tokens) return res.status(401).json({ error: { code: 'unauthenticated', message: 'The token is spent' } })
  return res.json({ data: tokens })
})

authRouter.post('/logout', requireAuth, (req, res) => {
  sessions.logout((req.headers.authorization ?? '').slice('Bearer '.length))
  res.sendStatus(204)
})

authRouter.get('/me', requireAuth, (_req, res) => {
  ok(res, res.locals.user)
})

authRouter
  .route('/keys')
  .get(requireAuth, (_req, res) => {
    ok(res, sessions.keys())
  })
  .post(requireAuth, validateBody(NewKey), (req, res) => {
    created(res, sessions.addKey(req.body.name, req.body.scopes))
  })

authRouter.delete('/keys/:id', requireAuth, (req, res) => {
  if (!sessions.dropKey(String(req.params.id))) throw new NotFound('key')
  res.status(204).end()
})
