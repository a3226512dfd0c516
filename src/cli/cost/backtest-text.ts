import type { Backtest, Prediction } from '../../model/backtest.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { percent } from '../../reporters/pretty/words.js'
import { table } from '../table.js'
import { twoDigits } from './words.js'

/** How the model did, for a terminal. */
export function backtestText(tested: Backtest, paint: Paint): string[] {
  const { before, endpoints, observed, flat, raw, shrunk } = tested
  const row = (name: string, { predicted, deviance, topFifth }: Prediction) => {
    return [name, twoDigits(predicted), deviance.toFixed(1), percent(topFifth, 1)]
  }
  const [head = '', ...body] = table(
    [
      ['predicted from', 'changes', 'deviance', 'in the top fifth'],
      row('the prior alone', flat),
      row("each endpoint's own past", raw),
      row('both: the cost model', shrunk),
    ],
    [1, 2, 3],
  )
  return [
    paint.strong(tested.documents.join(', ')),
    `  known   ${before.commits} commits, ${twoDigits(before.changes)} changes in ${twoDigits(before.months)} endpoint-months before ${tested.from}`,
    `  hidden  ${tested.from} to ${tested.until}: ${twoDigits(observed)} changes of ${endpoints} endpoints`,
    '',
    paint.faint(head),
    ...body,
    '',
    `  deviance of the model / of the own past   ${ratio(tested.devianceRatio)}  ${paint.faint('below 1: the model is better')}`,
    `  predicted / observed                      ${ratio(tested.predictedOverObserved)}  ${paint.faint('expected from 0.31 to 3.2')}`,
    `  inside the 80 % interval                  ${percent(tested.coverage, 1)}`,
    '',
    paint.faint(`  Cost model ${tested.model}. Changes are tested, not minutes: no timing data is public.`),
  ]
}

const ratio = (value: number | null): string => (value === null ? '-' : value.toFixed(2))
