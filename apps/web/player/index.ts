export { Attachment } from './attachment';
export { chaptersOf } from './chapters';
export { Deck, DeckProvider, useCurrent, useDeck, usePlayback } from './deck';
export { MediaFields, type MediaNow, MediaTalk, type MediaTalkNow } from './media';
export type { Playback } from './playback';
export { Player } from './player';
export { usePlayerKeys } from './use-player-keys';
