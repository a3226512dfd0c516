import type { Response } from 'express'

/** The envelope of every single answer. */
export const envelope = <T>(data: T) => ({ data })

export function ok<T>(res: Response, data: T): void {
  res.status(200).json(envelope(data))
}

export function created<T>(res: Response, data: T): void {
  res.status(201).json(envelope(data))
}

/** A slice of a longer list, with how long it is. */
export function page<T>(res: Response, data: T[], total: number): void {
  res.json({ data, meta: { total, returned: data.length } })
}
