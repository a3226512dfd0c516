import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

const session = 'box-office-staff'

export const sessionCookie = { name: 'session', value: session, httpOnly: true, path: '/' } as const

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** Lets only members of the staff through. */
export function requireStaff<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const jar = await cookies()
    if (jar.get('session')?.value !== session) {
      return NextResponse.json({ error: 'Only the staff may do this' }, { status: 401 })
    }
    return handler(request, context)
  }
}
