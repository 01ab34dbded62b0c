import { useQuery } from 'urql';
import { useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { chapterJump, chaptersOf } from './chapters';
import { type Deck, useCurrent } from './deck';
import { MediaTalk } from './media';
import { toggleFullscreen } from './player';
import { usePlayerPreferences } from './player-preferences';
import { faster, slower } from './speeds';

/** Keys of the recording that is watched: none where there is none. */
export function usePlayerKeys(deck: Deck, onComment: () => void): void {
  const { i18n } = useLingui();
  const { captionsOn, choose } = usePlayerPreferences();
  const current = useCurrent(deck);
  const [{ data }] = useQuery({
    query: MediaTalk,
    variables: { id: current?.mediaId ?? '' },
    pause: !current,
    requestPolicy: 'cache-first',
  });
  const chapters = data?.media?.transcript?.chapters ?? [];
  const skip = (by: number) => deck.current?.skip(document.dir === 'rtl' ? -by : by);
  const jump = (by: 1 | -1) => {
    const now = deck.current?.now;
    if (!now) return;
    const to = chapterJump(chaptersOf(chapters, now.duration), now.seconds, by);
    if (to !== undefined) deck.current?.seek(to);
  };
  const speed = (next: (speed: number) => number) => {
    if (!deck.current) return;
    const playbackSpeed = next(deck.current.now.rate);
    deck.current.setRate(playbackSpeed);
    choose({ playbackSpeed });
  };
  const figure = () => document.querySelector<HTMLElement>(`[data-media="${CSS.escape(deck.current?.mediaId ?? '')}"]`);
  const keys = [
    { id: 'player.play', keys: 'Space', title: i18n._('Play or pause'), run: () => deck.current?.toggle() },
    { id: 'player.back', keys: 'ArrowLeft', title: i18n._('5 seconds back'), run: () => skip(-5) },
    { id: 'player.forth', keys: 'ArrowRight', title: i18n._('5 seconds on'), run: () => skip(5) },
    { id: 'player.slower', keys: ',', title: i18n._('Slower'), run: () => speed(slower) },
    { id: 'player.faster', keys: '.', title: i18n._('Faster'), run: () => speed(faster) },
    { id: 'player.chapter-back', keys: '[', title: i18n._('Chapter before'), run: () => jump(-1) },
    { id: 'player.chapter-forth', keys: ']', title: i18n._('Next chapter'), run: () => jump(1) },
    { id: 'player.comment', keys: 'M', title: i18n._('Comment at this moment'), run: onComment },
    {
      id: 'player.captions',
      keys: 'C',
      title: i18n._('Captions'),
      run: () => choose({ captionsOn: !captionsOn }),
    },
    { id: 'player.fullscreen', keys: 'F', title: i18n._('Full screen'), run: () => toggleFullscreen(figure()) },
  ];
  useShortcuts(i18n._('Recording'), current ? keys : []);
}
