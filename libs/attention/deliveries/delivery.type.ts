import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, NodeType, TimeZone } from '#graph';
import { MemberType } from '#identity';
import { type DeliveryKind, type DeliveryRoute, deliveryKinds, deliveryRoutes, deliveryRules } from './decision.js';
import type { StoredRule } from './delivery.repository.js';

const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;

export const DeliveryKindEnum = enumOf(deliveryKinds);
registerEnumType(DeliveryKindEnum, {
  name: 'DeliveryKind',
  description: 'What reaches somebody. One event has one kind for each of its recipients: what asks most of them.',
});
export const DeliveryRouteEnum = enumOf(deliveryRoutes);
registerEnumType(DeliveryRouteEnum, { name: 'DeliveryRoute' });
export const DeliveryRuleEnum = enumOf<StoredRule>([...deliveryRules, 'NOT_CHOSEN']);
registerEnumType(DeliveryRuleEnum, {
  name: 'DeliveryRule',
  description: 'Why a delivery happens when it does, or not at all: docs/delivery-decision.md.',
});

@ObjectType('DeliveryReason', { description: 'Why something reached the viewer when it did.' })
export class DeliveryReasonType {
  @Field(() => DeliveryRuleEnum) rule: StoredRule;
  @Field(() => String, { description: 'The rule in one sentence for its recipient, in English.' }) sentence: string;
  @Field(() => DateTime, { description: 'When it happened.' }) happenedAt: string;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it reaches, or reached, the viewer; null: with the digest.',
  })
  deliverAt: string | null;
  @Field(() => String, {
    nullable: true,
    description: "What the clock shows then in the viewer's zone: 2026-11-24T09:00.",
  })
  localTime: string | null;
  @Field(() => TimeZone) timeZone: string;
}

@ObjectType('Delivery', {
  implements: () => NodeType,
  description: 'One notification for the viewer through one route at one time: delivered or dropped.',
})
export class DeliveryType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Names the event: it has one delivery on each route.' }) eventKey: string;
  @Field(() => DeliveryKindEnum) kind: DeliveryKind;
  @Field(() => DeliveryRouteEnum) route: DeliveryRoute;
  @Field(() => DeliveryReasonType) reason: object;
  @Field(() => DateTime, { nullable: true, description: 'Null: with the digest.' }) plannedAt: string | null;
  @Field(() => DateTime, { nullable: true }) deliveredAt: string | null;
  @Field(() => DateTime, { nullable: true, description: 'It reaches nobody any more; the reason says why.' })
  droppedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Why the last try to carry it failed.' }) failure: string | null;
  @Field(() => MemberType, { nullable: true, description: 'Who did it; null: the hub itself.' }) actor: object | null;
  // Made by DeliveryResolver: thread, post, expectedResponse.
}

export const DeliveryConnection = connectionOf('Delivery', () => DeliveryType);

@ObjectType('DeliverySettings', { description: 'How the viewer wants to be reached. The digest has its own schedule.' })
export class DeliverySettingsType {
  @Field(() => Int, {
    nullable: true,
    description: 'What is not urgent comes in working time, every so many hours of the local clock; null: at once.',
  })
  batchHours: number | null;
  @Field(() => [DeliveryKindEnum], { description: 'What comes by mail too, where a mail server is set.' })
  emailFor: readonly DeliveryKind[];
  @Field(() => [DeliveryKindEnum], { description: 'What comes by push too, on devices that asked for it.' })
  pushFor: readonly DeliveryKind[];
  @Field(() => [DeliveryKindEnum], { description: "What the viewer's webhooks are told." })
  webhookFor: readonly DeliveryKind[];
}

@InputType({ description: 'What is left out stays as it is; batchHours null: at once.' })
export class DeliverySettingsInput {
  @Field(() => Int, { nullable: true }) batchHours?: number | null;
  @Field(() => [DeliveryKindEnum], { nullable: true }) emailFor?: DeliveryKind[] | null;
  @Field(() => [DeliveryKindEnum], { nullable: true }) pushFor?: DeliveryKind[] | null;
  @Field(() => [DeliveryKindEnum], { nullable: true }) webhookFor?: DeliveryKind[] | null;
}

@ObjectType('DeliverySettingsPayload')
export class DeliverySettingsPayload {
  @Field(() => DeliverySettingsType) deliverySettings: object;
}
