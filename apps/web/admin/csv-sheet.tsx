import { useState } from 'react';
import { graphql, type ResultOf } from '../api';
import { Icon, Sheet } from '../design';
import { useLingui } from '../language';
import { useAct } from './use-act';

const FromCsv = graphql(`
  mutation InviteFromCsv($input: InviteMembersFromCsvInput!) {
    inviteMembersFromCsv(input: $input) {
      rows {
        line
        email
        invited
        problem
      }
    }
  }
`);
type Rows = ResultOf<typeof FromCsv>['inviteMembersFromCsv']['rows'];

/** A table of people at once. Good lines are invited, the others say why not: correct those and send them again. */
export function CsvSheet({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const [csv, setCsv] = useState('');
  const [rows, setRows] = useState<Rows>();
  const [send, fetching] = useAct(FromCsv);
  const failed = rows?.filter(({ invited }) => !invited) ?? [];
  return (
    <Sheet
      wide
      title={i18n._('Invite from a table')}
      onClose={onClose}
      footer={
        <button
          type="button"
          className="btn primary"
          disabled={fetching || csv.trim() === ''}
          onClick={async () => setRows((await send({ input: { csv } }))?.inviteMembersFromCsv.rows ?? rows)}
        >
          {i18n._('Invite them')}
        </button>
      }
    >
      <p className="hint-line">
        {i18n._('One person a line: email,name,role,channels. The first line may name the columns; up to 500 lines.')}
      </p>
      <textarea
        className="input"
        rows={8}
        value={csv}
        aria-label={i18n._('The table')}
        placeholder={'email,name,role,channels\nana@example.org,Ana Lima,member,design platform'}
        onChange={(event) => setCsv(event.target.value)}
      />
      <label className="btn quiet file">
        <Icon name="upload" small />
        {i18n._('Choose a file')}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          className="sr"
          onChange={async (event) => setCsv((await event.target.files?.[0]?.text()) ?? csv)}
        />
      </label>
      {rows && (
        <div role="status">
          <p>
            {i18n._(
              '{count, plural, =0 {Nobody was invited.} one {One person is invited.} other {# people are invited.}}',
              { count: rows.length - failed.length },
            )}
          </p>
          {failed.length > 0 && (
            <ul className="csv-problems">
              {failed.map(({ line, email, problem }) => (
                <li key={line}>
                  <b>{i18n._('Line {line}', { line })}</b> {email} <span className="fail">{problem}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Sheet>
  );
}
