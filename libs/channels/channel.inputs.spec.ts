import { inputPipe } from '#graph';
import { AddChannelMembersInput, CreateChannelInput, UpdateChannelAgreementInput } from './channel.inputs.js';

const check = (metatype: new () => object, value: object): Promise<unknown> =>
  // graphql-js gives inputs without a prototype.
  inputPipe().transform(Object.assign(Object.create(null), value), { type: 'body', metatype });
const agreement = (terms: object) => check(UpdateChannelAgreementInput, { channelId: 'chn', agreement: terms });

describe('inputs of channels', () => {
  it('pass within their limits, nulls included', async () => {
    await check(CreateChannelInput, { name: '', slug: null, purpose: 'x'.repeat(500), memberIds: null });
    await agreement({ text: null, urgentWindowMinutes: 5, urgentBudgetPerWeek: 50, maxRecipients: 500 });
    await agreement({ urgentWindowMinutes: 240, urgentBudgetPerWeek: 0, maxRecipients: 1, text: 'x'.repeat(40_000) });
  });

  it.each([
    ['agreement.text', { text: 'x'.repeat(40_001) }],
    ['agreement.urgentWindowMinutes', { urgentWindowMinutes: 4 }],
    ['agreement.urgentWindowMinutes', { urgentWindowMinutes: 241 }],
    ['agreement.urgentBudgetPerWeek', { urgentBudgetPerWeek: -1 }],
    ['agreement.urgentBudgetPerWeek', { urgentBudgetPerWeek: 51 }],
    ['agreement.maxRecipients', { maxRecipients: 0 }],
    ['agreement.maxRecipients', { maxRecipients: 501 }],
  ])('are refused outside of them: %s', async (field, terms) => {
    await expect(agreement(terms)).rejects.toMatchObject({ reason: 'input.invalid', field });
  });

  it.each([
    ['name', { name: 'x'.repeat(81) }],
    ['slug', { name: 'a', slug: 'x'.repeat(61) }],
    ['purpose', { name: 'a', purpose: 'x'.repeat(501) }],
    ['memberIds', { name: 'a', memberIds: Array(501).fill('mem') }],
  ])('are refused for their length: %s', async (field, input) => {
    await expect(check(CreateChannelInput, input)).rejects.toMatchObject({ reason: 'input.invalid', field });
  });

  it('add 500 people at a time', async () => {
    const many = (count: number) =>
      check(AddChannelMembersInput, { channelId: 'chn', memberIds: Array(count).fill('mem') });
    await many(500);
    await expect(many(501)).rejects.toMatchObject({
      field: 'memberIds',
      message: 'Add at most 500 people at a time.',
    });
  });
});
