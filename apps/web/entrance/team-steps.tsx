import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { textsOf } from './entrance-frame';
import { StepChoices } from './step-choices';

const UpdateOrganization = graphql(`
  mutation NameOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        id
        name
      }
    }
  }
`);
const UpdateWorkingHours = graphql(`
  mutation FirstWorkingHours($input: UpdateWorkingHoursInput!) {
    updateWorkingHours(input: $input) {
      member {
        id
      }
    }
  }
`);

export function TeamStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const [, update] = useMutation(UpdateOrganization);
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  return (
    <form
      onSubmit={async (event) => {
        const { name = '' } = textsOf(event);
        setSaving(true);
        const { error } = await update({ input: { name: name.trim() } });
        if (!error) return onDone();
        setProblem(sentenceOf(i18n, error));
        setSaving(false);
      }}
    >
      <Field label={i18n._('Team name')} name="name" required autoFocus autoComplete="organization" problem={problem} />
      <StepChoices onSkip={onDone} isSaving={isSaving}>
        <button type="submit" className="btn primary" disabled={isSaving}>
          {i18n._('Save and go on')}
        </button>
      </StepChoices>
    </form>
  );
}

const WORKING_DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

export function ZoneStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [, update] = useMutation(UpdateWorkingHours);
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  return (
    <form
      onSubmit={async (event) => {
        const { start = '09:00', end = '17:30' } = textsOf(event);
        const week = WORKING_DAYS.map((day) => ({ day, start, end }));
        setSaving(true);
        const { error } = await update({ input: { timeZone, week } });
        if (!error) return onDone();
        setProblem(sentenceOf(i18n, error));
        setSaving(false);
      }}
    >
      <label className="fieldset">
        <span className="label">{i18n._('Time zone')}</span>
        <select className="input" value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
          {(zones.includes(timeZone) ? zones : [timeZone, ...zones]).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        <span className="hint-line">
          {i18n._('It is {time} there now.', { time: times.clock(Date.now(), timeZone) })}
        </span>
      </label>
      <div className="side-by-side">
        <Field label={i18n._('Monday to Friday from')} name="start" type="time" defaultValue="09:00" required />
        <Field label={i18n._('to')} name="end" type="time" defaultValue="17:30" required />
      </div>
      <p className="hint-line">{i18n._('Split shifts, other days and nights: later, in your settings.')}</p>
      {problem && <Problem>{problem}</Problem>}
      <StepChoices onSkip={onDone} isSaving={isSaving}>
        <button type="submit" className="btn primary" disabled={isSaving}>
          {i18n._('Save and go on')}
        </button>
      </StepChoices>
    </form>
  );
}
