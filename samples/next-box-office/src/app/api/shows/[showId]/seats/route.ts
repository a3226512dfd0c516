import { NextResponse } from 'next/server'
import { Refusal, refusing } from '@/lib/refusal'
import { findShow, seatsOf } from '@/lib/store'

interface Context {
  readonly params: Promise<{ readonly showId: string }>
}

export const GET = refusing(async (request, { params }: Context) => {
  const { showId } = await params
  if (findShow(showId) === undefined) throw new Refusal(404, 'No such show')
  const free = new URL(request.url).searchParams.get('free') === 'true'
  const seats = seatsOf(showId).filter((seat) => !free || !seat.taken)
  return NextResponse.json(seats, { headers: { 'X-Free-Seats': String(seats.filter((seat) => !seat.taken).length) } })
})
