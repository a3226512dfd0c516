import { NextResponse } from 'next/server'
import { z } from 'zod'
import { sessionCookie } from '@/lib/staff'

const credentials = z.object({ name: z.string(), pin: z.string().regex(/^\d{4}$/) })

export async function POST(request: Request) {
  const parsed = credentials.safeParse(await request.json())
  if (!parsed.success) return NextResponse.json({ error: 'A name and a pin, please' }, { status: 400 })
  if (parsed.data.pin !== '1234') return NextResponse.json({ error: 'Wrong pin' }, { status: 401 })
  const answer = NextResponse.json({ name: parsed.data.name, role: 'staff' as const })
  answer.cookies.set(sessionCookie)
  return answer
}
