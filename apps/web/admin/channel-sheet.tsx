import { useState } from 'react';
import { graphql } from '../api';
import { Field, Sheet } from '../design';
import { useLingui } from '../language';
import type { AdminChannel } from './channels-query';
import { useAct } from './use-act';

const Update = graphql(`
  mutation UpdateChannel($input: UpdateChannelInput!) {
    updateChannel(input: $input) {
      channel {
        id
        name
        purpose
        visibility
        retentionDays
      }
    }
  }
`);
const UpdateAgreement = graphql(`
  mutation UpdateChannelDefault($input: UpdateChannelAgreementInput!) {
    updateChannelAgreement(input: $input) {
      channel {
        id
        agreement {
          defaultKind
          version
        }
      }
    }
  }
`);

const kinds = ['FYI', 'ACKNOWLEDGE', 'REPLY'] as const;

export function ChannelSheet({ channel, onClose }: { channel: AdminChannel; onClose: () => void }) {
  const { i18n } = useLingui();
  const [name, setName] = useState(channel.name);
  const [purpose, setPurpose] = useState(channel.purpose);
  const [isPrivate, setPrivate] = useState(channel.visibility === 'PRIVATE');
  const [days, setDays] = useState(channel.retentionDays ? String(channel.retentionDays) : '');
  const [kind, setKind] = useState(channel.agreement.defaultKind);
  const [update, fetching] = useAct(Update);
  const [updateAgreement] = useAct(UpdateAgreement);
  const words = {
    FYI: i18n._('For information'),
    ACKNOWLEDGE: i18n._('Acknowledgement'),
    REPLY: i18n._('Reply'),
    DECIDE: i18n._('Decision'),
  };
  const save = async () => {
    const visibility =
      channel.visibility === 'DIRECT' ? undefined : isPrivate ? ('PRIVATE' as const) : ('PUBLIC' as const);
    const saved = await update({
      input: {
        channelId: channel.id,
        name: name.trim(),
        purpose,
        visibility,
        retentionDays: days ? Number(days) : null,
      },
    });
    if (!saved) return;
    if (
      kind !== channel.agreement.defaultKind &&
      !(await updateAgreement({ input: { channelId: channel.id, agreement: { defaultKind: kind } } }))
    )
      return;
    onClose();
  };
  return (
    <Sheet
      title={`#${channel.name}`}
      onClose={onClose}
      footer={
        <button
          type="button"
          className="btn primary"
          disabled={fetching || name.trim() === ''}
          onClick={() => void save()}
        >
          {i18n._('Save')}
        </button>
      }
    >
      <Field label={i18n._('Name')} value={name} onChange={(event) => setName(event.target.value)} />
      <Field label={i18n._('Purpose')} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
      {channel.visibility !== 'DIRECT' && (
        <label className="check">
          <input type="checkbox" checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)} />
          {i18n._('Only its members see it')}
        </label>
      )}
      <Field
        label={i18n._('Days that posts and recordings are kept')}
        type="number"
        min={1}
        value={days}
        placeholder={i18n._('for good')}
        hint={i18n._('Older ones are removed every night. Conclusions stay.')}
        onChange={(event) => setDays(event.target.value)}
      />
      <label className="fieldset">
        <span className="label">{i18n._('A message asks by default for')}</span>
        <select className="input" value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      </label>
    </Sheet>
  );
}
