import type { NextApiRequest, NextApiResponse } from 'next'

interface Health {
  readonly status: 'ok' | 'closed'
  readonly uptime: number
}

export default function handler(request: NextApiRequest, response: NextApiResponse<Health | { error: string }>) {
  if (request.method !== 'GET') {
    response.status(405).json({ error: 'Only GET' })
    return
  }
  const status = process.env.CLOSED === undefined ? 'ok' : 'closed'
  response.status(200).json({ status, uptime: process.uptime() })
}
