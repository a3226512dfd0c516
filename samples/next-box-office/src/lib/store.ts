export type Stage = 'main' | 'studio'

export interface Show {
  readonly id: string
  readonly title: string
  readonly stage: Stage
  readonly startsAt: Date
  readonly priceCents: number
  readonly subtitle: string | null
}

export interface Seat {
  readonly row: string
  readonly number: number
  readonly taken: boolean
}

export interface Booking {
  readonly code: string
  readonly showId: string
  readonly email: string
  readonly seats: readonly { readonly row: string; readonly number: number }[]
  readonly paid: boolean
}

interface Theatre {
  shows: Map<string, Show>
  bookings: Map<string, Booking>
  next: number
}

function opened(): Theatre {
  const macbeth: Show = {
    id: 's1',
    title: 'Macbeth',
    stage: 'main',
    startsAt: new Date('2026-09-01T19:30:00Z'),
    priceCents: 2800,
    subtitle: null,
  }
  const paid: Booking = {
    code: 'paid',
    showId: 's1',
    email: 'ann@example.com',
    seats: [{ row: 'A', number: 1 }],
    paid: true,
  }
  return { shows: new Map([['s1', macbeth]]), bookings: new Map([['paid', paid]]), next: 2 }
}

// Next compiles each route by itself in development; what they share has to live beside the modules.
const shared = globalThis as typeof globalThis & { theatre?: Theatre }
if (shared.theatre === undefined) shared.theatre = opened()
const theatre: Theatre = shared.theatre

export function allShows(): Show[] {
  return [...theatre.shows.values()]
}

export function findShow(id: string): Show | undefined {
  return theatre.shows.get(id)
}

export function saveShow(show: Omit<Show, 'id'>): Show {
  const saved: Show = { ...show, id: `s${theatre.next}` }
  theatre.next += 1
  theatre.shows.set(saved.id, saved)
  return saved
}

export function changeShow(show: Show, change: Partial<Omit<Show, 'id'>>): Show {
  const changed: Show = { ...show, ...change }
  theatre.shows.set(show.id, changed)
  return changed
}

export function dropShow(id: string): boolean {
  return theatre.shows.delete(id)
}

export function seatsOf(showId: string): Seat[] {
  const taken = [...theatre.bookings.values()].filter((booking) => booking.showId === showId)
  return ['A', 'B'].flatMap((row) =>
    [1, 2, 3].map((number) => ({
      row,
      number,
      taken: taken.some((booking) => booking.seats.some((seat) => seat.row === row && seat.number === number)),
    })),
  )
}

export function findBooking(code: string): Booking | undefined {
  return theatre.bookings.get(code)
}

export function book(showId: string, email: string, seats: Booking['seats']): Booking {
  const booking: Booking = { code: `b${theatre.next}`, showId, email, seats, paid: false }
  theatre.next += 1
  theatre.bookings.set(booking.code, booking)
  return booking
}

export function cancel(code: string): void {
  theatre.bookings.delete(code)
}
