import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { DateTime, LocalDate } from '#graph';

@ObjectType('Holiday', { description: 'First and last local date, both included: no working time.' })
export class HolidayType {
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => String) name: string;
}

@ObjectType('HolidayRegion')
export class HolidayRegionType {
  @Field(() => String, { description: 'ISO 3166: DE, or DE-BE for a region of it.' }) region: string;
  @Field(() => String) name: string;
}

@ObjectType('OrganizationDay', { description: 'A date on which nobody of the organisation works.' })
export class OrganizationDayType {
  @Field(() => ID) id: string;
  @Field(() => LocalDate) date: string;
  @Field(() => String) name: string;
}

@ObjectType('FocusBlock', { description: "A stretch of the viewer's own that counts as outside working time." })
export class FocusBlockType {
  @Field(() => ID) id: string;
  @Field(() => DateTime) start: string;
  @Field(() => DateTime) end: string;
  @Field(() => String, { nullable: true }) note: string | null;
}

@InputType()
export class SetHolidayRegionInput {
  @IsOptional()
  @MaxLength(10, { message: 'a region has at most 10 characters' })
  @Field(() => String, { nullable: true, description: 'One of holidayRegions; null: none.' })
  region?: string | null;
}

@InputType()
export class AddOrganizationDayInput {
  @Field(() => LocalDate) date: string;
  @Length(1, 100, { message: 'a day has a name of 1 to 100 characters' })
  @Field(() => String)
  name: string;
}

@InputType()
export class RemoveOrganizationDayInput {
  @Field(() => ID) id: string;
}

@InputType()
export class AddFocusBlockInput {
  @Field(() => DateTime) start: string;
  @Field(() => DateTime, { description: 'At most 16 hours later.' }) end: string;
  @IsOptional()
  @MaxLength(200, { message: 'a note has at most 200 characters' })
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class RemoveFocusBlockInput {
  @Field(() => ID) id: string;
}

@ObjectType('HolidayRegionPayload')
export class HolidayRegionPayload {
  @Field(() => String, { nullable: true }) region: string | null;
}

@ObjectType('OrganizationDaysPayload')
export class OrganizationDaysPayload {
  @Field(() => [OrganizationDayType]) organizationDays: object[];
}

@ObjectType('FocusBlocksPayload')
export class FocusBlocksPayload {
  @Field(() => [FocusBlockType]) focusBlocks: object[];
}
