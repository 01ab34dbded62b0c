import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Field, Sheet } from '../design';
import { useLingui } from '../language';
import { roles, roleWords } from './role-words';
import { useAct } from './use-act';

const InvitableChannels = graphql(`
  query InvitableChannels {
    channels(first: 60) {
      nodes {
        id
        name
        visibility
      }
    }
  }
`);
const Invite = graphql(`
  mutation Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitationUrl
      expiresAt
    }
  }
`);
const MakeLink = graphql(`
  mutation MakeLink($input: CreateInvitationLinkInput!) {
    createInvitationLink(input: $input) {
      invitationUrl
      expiresAt
    }
  }
`);

/** One person by mail, or a link for several; the link is always shown, because mail may fail. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const words = roleWords(i18n);
  const [{ data }] = useQuery({ query: InvitableChannels });
  const [invite, inviting] = useAct(Invite);
  const [makeLink, making] = useAct(MakeLink);
  const [byLink, setByLink] = useState(false);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof roles)[number]>('MEMBER');
  const [uses, setUses] = useState(10);
  const [days, setDays] = useState(7);
  const [channelIds, setChannels] = useState<string[]>([]);
  const [url, setUrl] = useState<string>();

  const send = async () => {
    const answer = byLink
      ? (await makeLink({ input: { role, channelIds, uses, expiresInDays: days } }))?.createInvitationLink
      : (await invite({ input: { email: email.trim(), role, channelIds } }, i18n._('{email} is invited.', { email })))
          ?.inviteMember;
    if (answer) setUrl(answer.invitationUrl);
  };

  return (
    <Sheet
      title={i18n._('Invite')}
      onClose={onClose}
      footer={
        url ? (
          <button type="button" className="btn primary" onClick={onClose}>
            {i18n._('Close')}
          </button>
        ) : (
          <button
            type="button"
            className="btn primary"
            disabled={inviting || making || (!byLink && !email.includes('@'))}
            onClick={() => void send()}
          >
            {byLink ? i18n._('Make the link') : i18n._('Send the invitation')}
          </button>
        )
      }
    >
      {url ? (
        <Field
          label={i18n._('Their link')}
          value={url}
          readOnly
          onFocus={(event) => event.target.select()}
          hint={i18n._('Send it in any way you like. It is shown here now, later in the list.')}
        />
      ) : (
        <>
          <fieldset className="fieldset">
            <legend className="label">{i18n._('How')}</legend>
            <label className="check">
              <input type="radio" name="how" checked={!byLink} onChange={() => setByLink(false)} />
              {i18n._('One person, by mail')}
            </label>
            <label className="check">
              <input type="radio" name="how" checked={byLink} onChange={() => setByLink(true)} />
              {i18n._('A link for several')}
            </label>
          </fieldset>
          {byLink ? (
            <div className="pair">
              <Field
                label={i18n._('How many may use it')}
                type="number"
                min={1}
                max={500}
                value={uses}
                onChange={(event) => setUses(Number(event.target.value))}
              />
              <Field
                label={i18n._('Days until it expires')}
                type="number"
                min={1}
                max={90}
                value={days}
                onChange={(event) => setDays(Number(event.target.value))}
              />
            </div>
          ) : (
            <Field
              label={i18n._('Mail address')}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoFocus
            />
          )}
          <label className="fieldset">
            <span className="label">{i18n._('Role')}</span>
            <select className="input" value={role} onChange={(event) => setRole(event.target.value as typeof role)}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {words[one]}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="fieldset">
            <legend className="label">{i18n._('Channels they are in from the start')}</legend>
            <div className="checks">
              {data?.channels.nodes
                .filter(({ visibility }) => visibility !== 'DIRECT')
                .map((channel) => (
                  <label key={channel.id} className="check">
                    <input
                      type="checkbox"
                      checked={channelIds.includes(channel.id)}
                      onChange={(event) =>
                        setChannels((before) =>
                          event.target.checked ? [...before, channel.id] : before.filter((id) => id !== channel.id),
                        )
                      }
                    />
                    {`#${channel.name}`}
                  </label>
                ))}
            </div>
          </fieldset>
        </>
      )}
    </Sheet>
  );
}
