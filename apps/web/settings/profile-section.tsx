import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, refusalOf, sentenceOf } from '../api';
import { Avatar, Field } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';
import { startFile } from '../uploads';
import { arrived } from './arrived';

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      member {
        id
        name
        handle
      }
    }
  }
`);
const UpdateAvatar = graphql(`
  mutation UpdateAvatar($input: UpdateAvatarInput!) {
    updateAvatar(input: $input) {
      member {
        id
        avatarUrl
      }
    }
  }
`);

/** Name, handle and picture: what others see of a person. */
export function ProfileSection() {
  const { i18n } = useLingui();
  const { member } = useViewer();
  const [, update] = useMutation(UpdateProfile);
  const [wrong, setWrong] = useState<{ field: string; text: string }>();

  async function save(field: 'name' | 'handle', value: string) {
    const before = member[field];
    if (value === before || value === '') return;
    const { error } = await update({ input: { [field]: value } });
    setWrong(error && { field: refusalOf(error)?.field ?? field, text: sentenceOf(i18n, error) });
    if (!error) notice({ text: i18n._('Saved.'), undo: () => update({ input: { [field]: before } }) });
  }
  return (
    <>
      <Picture />
      {(['name', 'handle'] as const).map((field) => (
        <Field
          key={field}
          label={field === 'name' ? i18n._('Name') : i18n._('Handle')}
          defaultValue={member[field]}
          autoComplete={field === 'name' ? 'name' : 'off'}
          problem={wrong?.field === field ? wrong.text : undefined}
          onBlur={(event) => void save(field, event.target.value.trim())}
        />
      ))}
    </>
  );
}

function Picture() {
  const { i18n } = useLingui();
  const { member } = useViewer();
  const [, update] = useMutation(UpdateAvatar);
  const [uploading, setUploading] = useState(false);

  async function set(mediaId: string | null) {
    const { error } = await update({ input: { mediaId } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
  }
  async function choose(file: File | undefined) {
    if (!file) return;
    setUploading(true);
    try {
      await set(await arrived(await startFile(file, { memberId: member.id })));
    } catch (error) {
      notice({ text: error instanceof Error ? error.message : String(error), isProblem: true });
    }
    setUploading(false);
  }
  return (
    <div className="picture">
      <Avatar member={member} size="lg" />
      <label className="btn quiet file">
        {uploading ? i18n._('Uploading') : i18n._('Choose a picture')}
        <input
          type="file"
          accept="image/*"
          className="sr"
          disabled={uploading}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </label>
      {member.avatarUrl && (
        <button type="button" className="btn bare" onClick={() => void set(null)}>
          {i18n._('Take it away')}
        </button>
      )}
    </div>
  );
}
