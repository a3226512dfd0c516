import { NextResponse } from 'next/server'

/** Says no to a request: what a handler throws where it cannot go on. */
export class Refusal extends Error {
  constructor(
    readonly status: 401 | 404 | 409,
    message: string,
  ) {
    super(message)
  }
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** Answers what a handler refuses; anything else that it throws is a bug, and Next answers it. */
export function refusing<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context)
    } catch (error) {
      if (error instanceof Refusal) return NextResponse.json({ error: error.message }, { status: error.status })
      throw error
    }
  }
}
