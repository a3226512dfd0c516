import { NextResponse } from 'next/server'
import { z } from 'zod'
import { Refusal, refusing } from '@/lib/refusal'
import { requireStaff } from '@/lib/staff'
import { changeShow, dropShow, findShow } from '@/lib/store'

interface Context {
  readonly params: Promise<{ readonly showId: string }>
}

const change = z.object({
  title: z.string().min(1).max(80).optional(),
  subtitle: z.string().nullable().optional(),
})

export const GET = refusing(async (_request, { params }: Context) => {
  const { showId } = await params
  const show = findShow(showId)
  if (show === undefined) throw new Refusal(404, 'No such show')
  return NextResponse.json(show)
})

export const PATCH = requireStaff(
  refusing(async (request, { params }: Context) => {
    const { showId } = await params
    const show = findShow(showId)
    if (show === undefined) throw new Refusal(404, 'No such show')
    const parsed = change.safeParse(await request.json())
    if (!parsed.success) return NextResponse.json({ error: 'That is no change' }, { status: 400 })
    return NextResponse.json(changeShow(show, parsed.data))
  }),
)

export const DELETE = requireStaff(
  refusing(async (_request, { params }: Context) => {
    const { showId } = await params
    if (!dropShow(showId)) throw new Refusal(404, 'No such show')
    return new NextResponse(null, { status: 204 })
  }),
)
