export type Frame = 'city' | 'cargo' | 'kids'

export interface Bike {
  id: number
  frame: Frame
  gears: number
  free: boolean
  note: string | null
  basket?: 'front' | 'rear'
}

export interface NewBike {
  frame: Frame
  /**
   * @isInt
   * @minimum 1
   * @maximum 30
   */
  gears: number
  /** @maxLength 80 */
  note?: string
}

export interface Rental {
  bikeId: number
  renter: string
  since: Date
  minutes: number | null
}

export interface NewRental {
  /** @minLength 2 */
  renter: string
}
