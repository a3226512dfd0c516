import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator'

export class LendDto {
  @IsUUID()
  bookId: string

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  days?: number
}
