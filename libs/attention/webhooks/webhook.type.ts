import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { DateTime } from '#graph';

@ObjectType('Webhook', { description: "A tool of the viewer's own that is told what reaches them, when it does." })
export class WebhookType {
  @Field(() => ID) id: string;
  @Field(() => String) url: string;
  @Field(() => DateTime) createdAt: string;
  @Field(() => DateTime, { nullable: true, description: 'When it last took something.' }) reachedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Why it did not take what it was told last.' })
  failure: string | null;
  @Field(() => Boolean, { description: 'It has taken nothing for five days and is told nothing more.' })
  isGivenUp: boolean;
}

@InputType()
export class AddWebhookInput {
  @MaxLength(2_000, { message: 'an address has at most 2,000 characters' })
  @Field(() => String, { description: 'https, reachable from the internet.' })
  url: string;
}

@InputType()
export class WebhookIdInput {
  @Field(() => ID) id: string;
}

@ObjectType('AddWebhookPayload')
export class AddWebhookPayload {
  @Field(() => [WebhookType]) webhooks: object[];
  @Field(() => String, {
    description: 'Checks the signatures of what comes (Standard Webhooks: `whsec_…`). Shown this once.',
  })
  secret: string;
}

@ObjectType('WebhooksPayload')
export class WebhooksPayload {
  @Field(() => [WebhookType]) webhooks: object[];
}
