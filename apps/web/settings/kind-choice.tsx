import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf, type VariablesOf } from '../api';
import { useLingui } from '../language';
import { notice } from '../notice';
import { type DeliveryKind, kindWords } from '../why';

const ChosenQuery = graphql(`
  query ChosenKinds {
    viewer {
      deliverySettings {
        emailFor
        pushFor
        webhookFor
      }
    }
  }
`);
const Choose = graphql(`
  mutation ChooseKinds($input: DeliverySettingsInput!) {
    updateDeliverySettings(input: $input) {
      deliverySettings {
        emailFor
        pushFor
        webhookFor
      }
    }
  }
`);

const kinds: readonly DeliveryKind[] = [
  'URGENT',
  'ASKED',
  'REMINDER',
  'ANSWERED',
  'DUE_MOVED',
  'MENTIONED',
  'CONCLUDED',
  'FOLLOWED',
];

/** What of all that reaches the reader takes one more way: each kind of it may, or not. */
export function KindChoice({ legend, way }: { legend: string; way: 'emailFor' | 'pushFor' | 'webhookFor' }) {
  const { i18n } = useLingui();
  const [{ data }] = useQuery({ query: ChosenQuery });
  const [, choose] = useMutation(Choose);
  const chosen = data?.viewer?.deliverySettings[way];
  if (!chosen) return null;

  async function change(input: VariablesOf<typeof Choose>['input']) {
    const { error } = await choose({ input });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else notice({ text: i18n._('Saved.'), undo: () => choose({ input: { [way]: chosen } }) });
  }
  return (
    <fieldset className="fieldset">
      <legend className="label">{legend}</legend>
      <div className="kinds">
        {kinds.map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={({ target }) =>
                void change({ [way]: target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind) })
              }
            />
            {kindWords(i18n, kind)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
