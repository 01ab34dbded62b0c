import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Field, Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { useAct } from './use-act';

const DaysQuery = graphql(`
  query OrganizationDays {
    organizationDays {
      id
      date
      name
    }
  }
`);
const Add = graphql(`
  mutation AddOrganizationDay($input: AddOrganizationDayInput!) {
    addOrganizationDay(input: $input) {
      organizationDays {
        id
        date
        name
      }
    }
  }
`);
const Remove = graphql(`
  mutation RemoveOrganizationDay($input: RemoveOrganizationDayInput!) {
    removeOrganizationDay(input: $input) {
      organizationDays {
        id
        date
        name
      }
    }
  }
`);

/** Days on which nobody of the organisation works, beside the public holidays that each member has chosen. */
export function OrganizationDays() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }, refetch] = useQuery({ query: DaysQuery });
  const [add, adding] = useAct(Add);
  const [remove] = useAct(Remove);
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const save = async () => {
    const added = await add(
      { input: { date, name } },
      i18n._('A day off for everybody. What would have been due then moves.'),
    );
    if (!added) return;
    setDate('');
    setName('');
    reload();
  };
  return (
    <section className="form" aria-label={i18n._('Days off for everybody')}>
      <h2>{i18n._('Days off for everybody')}</h2>
      <p className="hint-line">
        {i18n._('Beside the public holidays of their country, which members choose themselves.')}
      </p>
      <ul className="off-days">
        {data?.organizationDays.map((day) => (
          <li key={day.id}>
            <span>
              {day.name} <small>{times.day(day.date)}</small>
            </span>
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Remove: {day}', { day: day.name })}
              title={i18n._('Remove')}
              onClick={() => void remove({ input: { id: day.id } }, i18n._('Removed.')).then(reload)}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <Field label={i18n._('Day')} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
      <Field
        label={i18n._('What it is')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <p>
        <button
          type="button"
          className="btn quiet"
          disabled={!date || !name.trim() || adding}
          onClick={() => void save()}
        >
          {i18n._('Add this day')}
        </button>
      </p>
    </section>
  );
}
