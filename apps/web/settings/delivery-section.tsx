import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf, type VariablesOf } from '../api';
import { Skeleton } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { DeliveryList } from './delivery-list';
import { KindChoice } from './kind-choice';

const SettingsQuery = graphql(`
  query DeliverySettings {
    viewer {
      deliverySettings {
        batchHours
      }
    }
  }
`);
const Update = graphql(`
  mutation UpdateDeliverySettings($input: DeliverySettingsInput!) {
    updateDeliverySettings(input: $input) {
      deliverySettings {
        batchHours
      }
    }
  }
`);

const batches = [1, 2, 3, 4, 6] as const;

/** How things reach the reader: at once or in batches, what by mail too, and what came when and why. */
export function DeliverySection() {
  const { i18n } = useLingui();
  const [{ data }] = useQuery({ query: SettingsQuery });
  const [, update] = useMutation(Update);
  const [isListOpen, setListOpen] = useState(false);
  const settings = data?.viewer?.deliverySettings;
  if (!settings) return <Skeleton lines={3} />;

  async function change(input: VariablesOf<typeof Update>['input']) {
    const { batchHours } = settings!;
    const { error } = await update({ input });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else notice({ text: i18n._('Saved.'), undo: () => update({ input: { batchHours } }) });
  }
  return (
    <>
      <div className="fieldset">
        <label className="label" htmlFor="batch-hours">
          {i18n._('In your working hours')}
        </label>
        <select
          id="batch-hours"
          aria-describedby="batch-hours-hint"
          className="input"
          value={settings.batchHours ?? 0}
          onChange={(event) => void change({ batchHours: Number(event.target.value) || null })}
        >
          <option value={0}>{i18n._('At once')}</option>
          {batches.map((hours) => (
            <option key={hours} value={hours}>
              {i18n._('{hours, plural, one {Every hour} other {Every # hours}}', { hours })}
            </option>
          ))}
        </select>
        <p className="hint-line" id="batch-hours-hint">
          {i18n._('What you owe and what is urgent never waits for a batch.')}
        </p>
      </div>
      <KindChoice legend={i18n._('By mail too, beside the digest')} way="emailFor" />
      <details className="delivered" onToggle={(event) => setListOpen(event.currentTarget.open)}>
        <summary>{i18n._('What reached you, and why then')}</summary>
        {isListOpen && <DeliveryList />}
      </details>
    </>
  );
}
