import { Exclude, Type } from 'class-transformer'
import {
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator'

export class Ingredient {
  @IsNotEmpty()
  @IsString()
  name!: string

  @IsNumber()
  @Min(0)
  grams!: number
}

export class NewRecipe {
  @Length(3, 60)
  title!: string

  @IsInt()
  @Min(1)
  @Max(600)
  minutes!: number

  @IsIn(['starter', 'main', 'dessert'])
  course!: 'starter' | 'main' | 'dessert'

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Ingredient)
  ingredients!: Ingredient[]
}

export class RecipeChange {
  @IsOptional()
  @Length(3, 60)
  title?: string

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  minutes?: number
}

export class Recipe {
  id!: number
  title!: string
  minutes!: number
  course!: 'starter' | 'main' | 'dessert'
  ingredients!: Ingredient[]
  cook!: string

  @Exclude()
  secret!: string
}

export class Review {
  stars!: number
  text!: string | null
}

export class NewReview {
  @IsInt()
  @Min(1)
  @Max(5)
  stars!: number

  @IsOptional()
  @IsString()
  text?: string
}
