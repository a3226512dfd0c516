import { type NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { Refusal, refusing } from '@/lib/refusal'
import { requireStaff } from '@/lib/staff'
import { allShows, saveShow } from '@/lib/store'

const newShow = z.object({
  title: z.string().min(1).max(80),
  stage: z.enum(['main', 'studio']),
  startsAt: z.iso.datetime(),
  priceCents: z.int().min(0),
  subtitle: z.string().nullable(),
})

export async function GET(request: NextRequest) {
  const stage = request.nextUrl.searchParams.get('stage')
  const items = allShows().filter((show) => stage === null || show.stage === stage)
  return NextResponse.json({ items, total: items.length })
}

export const POST = requireStaff(
  refusing(async (request) => {
    const parsed = newShow.safeParse(await request.json())
    if (!parsed.success) return NextResponse.json({ error: 'That is no show' }, { status: 400 })
    const { startsAt, ...rest } = parsed.data
    if (allShows().some((show) => show.title === rest.title)) throw new Refusal(409, 'There is such a show')
    const show = saveShow({ ...rest, startsAt: new Date(startsAt) })
    return NextResponse.json(show, { status: 201, headers: { Location: `/api/shows/${show.id}` } })
  }),
)
