import { type RequestHandler, Router } from 'express'
import { Money } from '../domain/money.js'
import { requireAdmin } from '../http/auth.js'

type Granularity = 'day' | 'month'

interface UsageRow {
  period: string
  model: string
  requests: number
  cost: Money
}

interface UsageReport {
  granularity: Granularity
  rows: UsageRow[]
  total: Money
}

interface UsageQuery {
  from: string
  to?: string
  granularity?: Granularity
}

type ReportUsage = RequestHandler<object, UsageReport, never, UsageQuery>

const reportUsage: ReportUsage = (req, res) => {
  const { from, to, granularity = 'day' } = req.query
  const rows: UsageRow[] = [{ period: to ?? from, model: 'claude-4', requests: 12, cost: new Money(4200) }]
  res.json({ granularity, rows, total: rows.reduce((sum, row) => sum.plus(row.cost), new Money(0)) })
}

const actions = ['login', 'key.created', 'document.deleted'] as const

interface AuditEntry {
  id: number
  actor: { id: string; email: string }
  action: (typeof actions)[number]
  at: Date
  details: Record<string, string>
}

const entries: AuditEntry[] = [
  {
    id: 1,
    actor: { id: 'usr_ada', email: 'ada@example.com' },
    action: 'login',
    at: new Date('2026-05-01T07:00:00Z'),
    details: { address: '192.0.2.7' },
  },
]

export const usageRouter = Router()
usageRouter.get('/usage', reportUsage)
usageRouter.get('/audit-log', requireAdmin, (req, res) => {
  const { action, cursor } = req.query
  const data = entries.filter((entry) => (!action || entry.action === action) && entry.id > Number(cursor ?? 0))
  res.set('X-Total-Count', String(entries.length)).json({ data, nextCursor: data.at(-1)?.id ?? null })
})
