import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Field, Switch } from '../design';
import { useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { OrganizationDays } from './organization-days';
import { useAct } from './use-act';

const AgreementQuery = graphql(`
  query Agreements {
    organization {
      id
      agreement {
        version
        text
        maxRecipients
        urgentAllowed
        urgentBudgetPerWeek
        urgentWindowMinutes
      }
    }
    administration {
      agreementVersions {
        version
        changedAt
        changedBy {
          id
          name
        }
        agreement {
          text
          maxRecipients
          urgentAllowed
          urgentBudgetPerWeek
          urgentWindowMinutes
        }
      }
    }
  }
`);
const UpdateAgreement = graphql(`
  mutation UpdateAgreement($input: UpdateOrganizationAgreementInput!) {
    updateOrganizationAgreement(input: $input) {
      organization {
        id
        agreement {
          version
        }
      }
    }
  }
`);
type Agreement = ResultOf<typeof AgreementQuery>['organization']['agreement'];
type Versions = ResultOf<typeof AgreementQuery>['administration']['agreementVersions'];

/** How this organisation has agreed to communicate: in its own words, and what the hub enforces of it. */
export function AgreementsScreen() {
  const { i18n } = useLingui();
  const [state, retry] = useQuery({ query: AgreementQuery });
  return (
    <AdminPage
      title={i18n._('Agreements')}
      lead={i18n._('How you have agreed to reach each other. Members see every change.')}
    >
      <Loaded state={state} onRetry={retry}>
        {({ organization: { agreement }, administration: { agreementVersions } }) => (
          <div className="two">
            <AgreementForm
              key={agreement.version}
              agreement={agreement}
              onSaved={() => retry({ requestPolicy: 'network-only' })}
            />
            <div className="stacked">
              <History versions={agreementVersions} />
              <OrganizationDays />
            </div>
          </div>
        )}
      </Loaded>
    </AdminPage>
  );
}

function AgreementForm({ agreement, onSaved }: { agreement: Agreement; onSaved: () => void }) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState(agreement);
  const [update, fetching] = useAct(UpdateAgreement);
  const change = (changes: Partial<Agreement>) => setDraft((before) => ({ ...before, ...changes }));
  const number = (
    name: 'maxRecipients' | 'urgentBudgetPerWeek' | 'urgentWindowMinutes',
    label: string,
    hint: string,
    max: number,
  ) => (
    <Field
      label={label}
      hint={hint}
      type="number"
      min={name === 'urgentBudgetPerWeek' ? 0 : 1}
      max={max}
      value={draft[name]}
      onChange={(event) => change({ [name]: Number(event.target.value) })}
    />
  );
  const save = async () => {
    const { text, maxRecipients, urgentAllowed, urgentBudgetPerWeek, urgentWindowMinutes } = draft;
    const saved = await update(
      { input: { agreement: { text, maxRecipients, urgentAllowed, urgentBudgetPerWeek, urgentWindowMinutes } } },
      i18n._('Agreed. Members see what changed.'),
    );
    if (saved) onSaved();
  };
  return (
    <section className="form">
      <h2>
        {i18n._('For the whole organisation')}{' '}
        <small>{i18n._('version {version}', { version: agreement.version })}</small>
      </h2>
      <label className="fieldset">
        <span className="label">{i18n._('In your own words')}</span>
        <textarea
          className="input"
          rows={8}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <span className="hint-line">
          {i18n._('Markdown works. What people can count on, and what they need not do.')}
        </span>
      </label>
      {number(
        'maxRecipients',
        i18n._('At most so many people may be asked at once'),
        i18n._('More is refused: a smaller circle answers sooner.'),
        500,
      )}
      <Switch
        label={i18n._('Urgent messages are allowed')}
        hint={i18n._('They interrupt outside working hours, after both questions.')}
        checked={draft.urgentAllowed}
        onChange={(urgentAllowed) => change({ urgentAllowed })}
      />
      {draft.urgentAllowed && (
        <div className="pair">
          {number('urgentBudgetPerWeek', i18n._('Urgent messages a member has each week'), '', 50)}
          {number('urgentWindowMinutes', i18n._('Minutes to answer an urgent message'), '', 240)}
        </div>
      )}
      <p>
        <button type="button" className="btn primary" disabled={fetching} onClick={() => void save()}>
          {i18n._('Agree on this')}
        </button>
      </p>
    </section>
  );
}

function History({ versions }: { versions: Versions }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <section>
      <h2>{i18n._('What was agreed before')}</h2>
      {versions.length === 0 && <p className="note">{i18n._('This is the first one.')}</p>}
      <ol className="versions">
        {versions.map(({ version, changedAt, changedBy, agreement }) => (
          <li key={version}>
            <details>
              <summary>
                {i18n._('Version {version}', { version })}
                <small>
                  {changedBy
                    ? i18n._('{name}, {time}', { name: changedBy.name, time: times.date(changedAt) })
                    : times.date(changedAt)}
                </small>
              </summary>
              <p className="note">{agreement.text || i18n._('No text.')}</p>
              <p className="note">
                {i18n._(
                  'At most {max} people at once; {budget, plural, =0 {no urgent messages} one {one urgent message a week} other {# urgent messages a week}}.',
                  {
                    max: agreement.maxRecipients,
                    budget: agreement.urgentAllowed ? agreement.urgentBudgetPerWeek : 0,
                  },
                )}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
