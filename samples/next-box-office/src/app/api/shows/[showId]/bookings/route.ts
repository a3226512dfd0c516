import { NextResponse } from 'next/server'
import { z } from 'zod'
import { Refusal, refusing } from '@/lib/refusal'
import { book, findShow, seatsOf } from '@/lib/store'

interface Context {
  readonly params: Promise<{ readonly showId: string }>
}

const wanted = z.object({
  email: z.email(),
  seats: z
    .array(z.object({ row: z.string(), number: z.int() }))
    .min(1)
    .max(6),
})

export const POST = refusing(async (request, { params }: Context) => {
  const { showId } = await params
  if (findShow(showId) === undefined) throw new Refusal(404, 'No such show')
  const parsed = wanted.safeParse(await request.json())
  if (!parsed.success) {
    return NextResponse.json(
      { error: 'That cannot be booked', fields: parsed.error.issues.map((issue) => issue.message) },
      { status: 422 },
    )
  }
  const { email, seats } = parsed.data
  const free = seatsOf(showId).filter((seat) => !seat.taken)
  const gone = seats.some((seat) => !free.some((each) => each.row === seat.row && each.number === seat.number))
  if (gone) throw new Refusal(409, 'A seat is taken')
  const booking = book(showId, email, seats)
  return NextResponse.json({ code: booking.code, seats: booking.seats.length, paid: booking.paid }, { status: 201 })
})
