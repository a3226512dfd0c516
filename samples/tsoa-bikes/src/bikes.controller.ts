import { Body, Controller, Delete, Get, Patch, Path, Post, Query, Route, Security, SuccessResponse, Tags } from 'tsoa'
import { Refusal } from './errors'
import type { Bike, Frame, NewBike } from './model'
import { bikes } from './store'

@Route('bikes')
@Tags('bikes')
export class BikesController extends Controller {
  /**
   * @isInt limit
   * @minimum limit 1
   */
  @Get()
  public async list(@Query() frame?: Frame, @Query() limit = 20): Promise<{ items: Bike[]; total: number }> {
    const items = bikes.filter((bike) => frame === undefined || bike.frame === frame)
    this.setHeader('X-Total-Count', String(items.length))
    return { items: items.slice(0, limit), total: items.length }
  }

  /** @isInt bikeId */
  @Get('{bikeId}')
  public async one(@Path() bikeId: number): Promise<Bike> {
    return bikeOf(bikeId)
  }

  @Post()
  @Security('mechanics')
  @SuccessResponse(201, 'Created')
  public async add(@Body() bike: NewBike): Promise<Bike> {
    const added: Bike = {
      id: bikes.length + 1,
      frame: bike.frame,
      gears: bike.gears,
      free: true,
      note: bike.note ?? null,
    }
    bikes.push(added)
    return added
  }

  /** @isInt bikeId */
  @Patch('{bikeId}')
  @Security('mechanics')
  public async change(@Path() bikeId: number, @Body() words: { note: string | null }): Promise<Bike> {
    const bike = bikeOf(bikeId)
    bike.note = words.note
    return bike
  }

  /** @isInt bikeId */
  @Delete('{bikeId}')
  @Security('mechanics')
  public async scrap(@Path() bikeId: number): Promise<void> {
    const bike = bikeOf(bikeId)
    if (!bike.free) throw new Refusal(409, 'the bike is out')
    bikes.splice(bikes.indexOf(bike), 1)
  }
}

function bikeOf(id: number): Bike {
  const found = bikes.find((bike) => bike.id === id)
  if (found === undefined) throw new Refusal(404, 'no such bike')
  return found
}
