import { Field, Float, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { type Theme, themes } from './preferences.entity.js';

export const ThemeEnum = Object.fromEntries(themes.map((theme) => [theme, theme])) as Record<Theme, Theme>;
registerEnumType(ThemeEnum, { name: 'Theme' });

const textScale = { message: 'text is scaled by 0.85 to 2' };
const playbackSpeed = { message: 'the speed is 0.5 to 3' };

@ObjectType('Preferences', { description: 'How the bundled client behaves for one member, on all devices.' })
export class PreferencesType {
  @Field(() => String, { nullable: true, description: "BCP 47: en de es fr ja ar; null: the browser's." })
  locale: string | null;
  @Field(() => ThemeEnum) theme: Theme;
  @Field(() => Float, { description: '0.85 to 2.' }) textScale: number;
  @Field(() => Float, { description: '0.5 to 3.' }) playbackSpeed: number;
  @Field(() => Boolean) captionsOn: boolean;
  @Field(() => Boolean) singleKeyShortcuts: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'JSON of {action: key}, only what the member remapped.',
  })
  shortcutsJson: string | null;
  @Field(() => Boolean, {
    description:
      'Whether urgent posts may come outside working hours (a muted urgent is told to its sender beforehand).',
  })
  urgentMayInterrupt: boolean;
  @Field(() => Boolean) timeZoneFollowsDevice: boolean;
  @Field(() => Boolean, { description: 'Whether players skip pauses in the sound (Media.silences).' })
  skipSilence: boolean;
  @Field(() => Boolean, {
    description: 'Whoever recorded something is told that the viewer has seen it. Off as shipped: nobody is told.',
  })
  sharesSeen: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class PreferencesInput {
  @Field(() => String, { nullable: true }) locale?: string | null;
  @Field(() => ThemeEnum, { nullable: true }) theme?: Theme | null;
  @IsOptional()
  @Min(0.85, textScale)
  @Max(2, textScale)
  @Field(() => Float, { nullable: true })
  textScale?: number | null;
  @IsOptional()
  @Min(0.5, playbackSpeed)
  @Max(3, playbackSpeed)
  @Field(() => Float, { nullable: true })
  playbackSpeed?: number | null;
  @Field(() => Boolean, { nullable: true }) captionsOn?: boolean | null;
  @Field(() => Boolean, { nullable: true }) singleKeyShortcuts?: boolean | null;
  @IsOptional()
  @MaxLength(4_000, { message: 'the shortcuts have at most 4,000 characters' })
  @Field(() => String, { nullable: true })
  shortcutsJson?: string | null;
  @Field(() => Boolean, { nullable: true }) urgentMayInterrupt?: boolean | null;
  @Field(() => Boolean, { nullable: true }) timeZoneFollowsDevice?: boolean | null;
  @Field(() => Boolean, { nullable: true }) skipSilence?: boolean | null;
  @Field(() => Boolean, { nullable: true }) sharesSeen?: boolean | null;
}

@ObjectType('PreferencesPayload')
export class PreferencesPayload {
  @Field(() => PreferencesType) preferences: object;
}
