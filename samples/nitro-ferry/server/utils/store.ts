import type { Booking, Crossing } from '~/utils/schemas'

/** All that the line knows; a restart forgets it. */
export const crossings = new Map<string, Crossing>([
  ['c1', { id: 'c1', from: 'Norhavn', to: 'Skerry', departsAt: '2026-11-02T08:00:00Z', seats: 3, note: null }],
  ['c2', { id: 'c2', from: 'Skerry', to: 'Norhavn', departsAt: '2026-11-02T17:30:00Z', seats: 80, note: 'last boat' }],
])

export const bookings = new Map<string, Booking>()

let counter = 2

export function nextId(prefix: 'b' | 'c'): string {
  counter += 1
  return `${prefix}${counter}`
}

export function bookingsOf(crossing: string): Booking[] {
  return [...bookings.values()].filter((booking) => booking.crossing === crossing)
}

export function seatsLeft(crossing: Crossing): number {
  return bookingsOf(crossing.id).reduce((left, { passengers }) => left - passengers, crossing.seats)
}
