import { NextResponse } from 'next/server'
import { Refusal, refusing } from '@/lib/refusal'
import { cancel, findBooking } from '@/lib/store'

interface Context {
  readonly params: Promise<{ readonly code: string }>
}

export const GET = refusing(async (_request, { params }: Context) => {
  const booking = findBooking((await params).code)
  if (booking === undefined) throw new Refusal(404, 'No such booking')
  return NextResponse.json(booking)
})

export const DELETE = refusing(async (_request, { params }: Context) => {
  const booking = findBooking((await params).code)
  if (booking === undefined) throw new Refusal(404, 'No such booking')
  if (booking.paid) throw new Refusal(409, 'It is paid')
  cancel(booking.code)
  return new Response(null, { status: 204 })
})
