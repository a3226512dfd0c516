/** Whether `JSON.stringify` leaves a value out: `undefined`, functions and symbols never reach the wire. */
export type Absence = 'never' | 'maybe' | 'always'
