import type { Context, Next } from 'koa'
import { ProblemBody } from '../answers.js'
import { Invalid, Problem } from '../problems.js'

/** Every error leaves through here, in one envelope. */
export async function answerProblems(ctx: Context, next: Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (error instanceof Invalid) {
      ctx.status = error.status
      ctx.body = { error: new ProblemBody(error.code, error.message), fields: error.fields }
    } else if (error instanceof Problem) {
      ctx.status = error.status
      ctx.body = { error: new ProblemBody(error.code, error.message) }
    } else {
      ctx.status = 500
      ctx.body = { error: new ProblemBody('internal', 'Something went wrong') }
    }
  }
}
