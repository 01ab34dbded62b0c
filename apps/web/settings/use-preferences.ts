import { useMutation } from 'urql';
import { graphql, sentenceOf, type VariablesOf } from '../api';
import { useLingui } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';

const UpdatePreferences = graphql(`
  mutation UpdatePreferences($input: PreferencesInput!) {
    updatePreferences(input: $input) {
      preferences {
        locale
        theme
        textScale
        playbackSpeed
        captionsOn
        skipSilence
        sharesSeen
        singleKeyShortcuts
        shortcutsJson
        urgentMayInterrupt
        timeZoneFollowsDevice
      }
    }
  }
`);
type Input = VariablesOf<typeof UpdatePreferences>['input'];

/** What is set, and a way to change it that counts at once and can be taken back. */
export function usePreferences() {
  const { i18n } = useLingui();
  const { preferences } = useViewer();
  const [, update] = useMutation(UpdatePreferences);
  const send = async (input: Input) => {
    const { error } = await update({ input });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    return !error;
  };
  return {
    preferences,
    async change(input: Input) {
      const before = Object.fromEntries(
        Object.keys(input).map((key) => [key, preferences[key as keyof typeof preferences]]),
      );
      if (await send(input)) notice({ text: i18n._('Saved.'), undo: () => send(before) });
    },
  };
}
