import {
  type DecisionCase,
  type DeliveryDecision,
  decisionCases,
  decisionClock,
  decisionOf,
  deliveryKinds,
  deliveryRules,
  kindWords,
  routeWords,
  ruleWords,
} from '#attention';

const HEAD = `# When something reaches somebody

<!-- Written by npm run delivery-table from libs/attention/deliveries/decision-cases*.ts; the same cases are its tests. -->

One pure function decides it: \`decideDelivery\` (libs/attention/deliveries/decision.ts), of the event, the recipient's
calendar and settings, the agreement of the channel, and the present instant. It is asked when the event is planned and once
more when its time has come: by then it may be answered, read, or the calendar another one.

- What is not urgent lands in working time only. Focus blocks, absences and holidays are no working time.
- What somebody owes or has asked for reaches them whatever their involvement; all else follows the involvement that they
  chose for the thread, else for the channel.
- Batches go out when the local clock shows a multiple of the chosen hours. What is owed, and a reminder, is not batched:
  its time runs.
- What was held is told by the digest instead of by mail and push where one comes within four hours of the hold (instead of
  mail only where the digest is mailed); the hub shows it in any case.

## The rules
`;

const TABLE_HEAD = `
## Examples

The member works Monday to Friday, 09:00 to 17:00 in Berlin, is off on Friday, and has a focus block on Wednesday, 10:00 to
12:00. Their next digest comes on Tuesday at 09:00. They follow the thread. Their settings are as shipped. Each line says
what is different.

| event | | it happens | decided | when | how | rule |
| --- | --- | --- | --- | --- | --- | --- |`;

/** docs/delivery-decision.md */
export const deliveryTable = (): string =>
  [
    HEAD,
    '| rule | what its recipient reads |',
    '| --- | --- |',
    ...deliveryRules.map((rule) => `| \`${rule}\` | ${ruleWords[rule]} |`),
    TABLE_HEAD,
    ...deliveryKinds.flatMap((kind) => decisionCases.filter((one) => one.kind === kind).map(line)),
    '',
  ].join('\n');

function line(one: DecisionCase): string {
  const decision = decisionOf(one);
  const how = decision.routes.map((route) => routeWords[route]).join(', ');
  return `| ${kindWords[one.kind]} | ${one.what}${changes(one)} | ${one.happens} | ${one.asked ?? 'then'} | ${when(decision)} | ${how || '-'} | \`${decision.rule}\` |`;
}

function when({ when, atMs }: DeliveryDecision): string {
  switch (when) {
    case 'NOW':
      return 'now';
    case 'BATCHED':
      return `batched, ${decisionClock(atMs!)}`;
    case 'HELD':
      return `held, ${decisionClock(atMs!)}`;
    case 'DIGEST':
      return 'digest only';
    case 'NEVER':
      return 'never';
  }
}

/** What a reader of the line cannot see otherwise. */
function changes({ recipient, event }: DecisionCase): string {
  const parts: string[] = [];
  if (recipient?.nextDigestMs) parts.push(`next digest ${decisionClock(recipient.nextDigestMs)}`);
  if (event?.uselessFromMs) parts.push(`due ${decisionClock(event.uselessFromMs)}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
