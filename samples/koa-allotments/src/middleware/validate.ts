import type { Next, ParameterizedContext } from 'koa'
import type { ZodError, ZodType } from 'zod'
import { Invalid } from '../problems.js'
import type { State } from '../store.js'

interface Parts {
  readonly params?: ZodType
  readonly query?: ZodType
  readonly body?: ZodType
}

/** Checks the parts of a request before the handler, which finds them in the state as they were parsed. */
export function validate(parts: Parts) {
  return async (ctx: ParameterizedContext<State>, next: Next): Promise<void> => {
    if (parts.params) {
      const params = parts.params.safeParse(ctx.params)
      if (!params.success) throw new Invalid(fieldsOf(params.error))
      ctx.state.params = params.data
    }
    if (parts.query) {
      const query = parts.query.safeParse(ctx.query)
      if (!query.success) throw new Invalid(fieldsOf(query.error))
      ctx.state.query = query.data
    }
    if (parts.body) {
      const body = parts.body.safeParse(ctx.request.body)
      if (!body.success) throw new Invalid(fieldsOf(body.error))
      ctx.state.body = body.data
    }
    await next()
  }
}

function fieldsOf(error: ZodError): string[] {
  return error.issues.map((issue) => issue.path.join('.'))
}
