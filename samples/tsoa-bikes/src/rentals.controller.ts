import { Body, Controller, Get, Hidden, Path, Post, Put, Res, Route, SuccessResponse, Tags, TsoaResponse } from 'tsoa'
import { Refusal } from './errors'
import type { NewRental, Rental } from './model'
import { bikes, rentals } from './store'

@Route('bikes/{bikeId}/rentals')
@Tags('rentals')
export class RentalsController extends Controller {
  /** @isInt bikeId */
  @Get()
  public async ofBike(@Path() bikeId: number): Promise<Rental[]> {
    return rentals.filter((rental) => rental.bikeId === bikeId)
  }

  /** @isInt bikeId */
  @Post()
  @SuccessResponse(201, 'Created')
  public async begin(
    @Path() bikeId: number,
    @Body() wish: NewRental,
    @Res() taken: TsoaResponse<409, { message: string; free: number[] }>,
  ): Promise<Rental> {
    const bike = bikes.find((one) => one.id === bikeId)
    if (bike === undefined) throw new Refusal(404, 'no such bike')
    if (!bike.free) {
      const free = bikes.filter((one) => one.free).map((one) => one.id)
      return taken(409, { message: 'the bike is out', free })
    }
    bike.free = false
    const rental: Rental = { bikeId, renter: wish.renter, since: new Date(), minutes: null }
    rentals.push(rental)
    return rental
  }

  /** @isInt bikeId */
  @Put('end')
  public async end(@Path() bikeId: number): Promise<Rental> {
    const rental = rentals.find((one) => one.bikeId === bikeId && one.minutes === null)
    if (rental === undefined) throw new Refusal(404, 'nobody has the bike')
    rental.minutes = Math.round((Date.now() - rental.since.getTime()) / 60_000)
    const bike = bikes.find((one) => one.id === bikeId)
    if (bike !== undefined) bike.free = true
    return rental
  }

  @Get('count')
  @Hidden()
  public async count(@Path() bikeId: string): Promise<{ count: number }> {
    return { count: rentals.filter((rental) => String(rental.bikeId) === bikeId).length }
  }
}
