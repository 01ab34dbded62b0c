import type { Spoken } from '../speech.js';

export const rollout: Spoken = {
  kind: 'video',
  title: 'Media worker, two ways.webm',
  picture: 'rollout',
  parts: [
    [
      'Good morning.',
      'This is about how we move to the new media worker.',
      'Nothing changes for people who record.',
      'It changes what we do when a file is odd.',
      'The old worker gives up on the first error, and somebody of us has to look.',
      'The new one says what is wrong, in words, to the person who recorded it.',
      'There are two ways to get there, and I would like you to choose one.',
      'I have tried both of them on a copy, with the recordings of last week.',
      'Both keep the old recordings playable.',
      'They differ in what happens on a bad day.',
    ],
    [
      'Option A is one release.',
      'We switch on Monday and we are done.',
      'There is nothing to watch, and nothing to clean up afterwards.',
      'If it goes wrong we restore from the backup, which takes about two hours.',
      'Whatever was recorded in these two hours is safe, but nobody can watch it.',
      'I would do it at six in the morning, my time, when fewest people record.',
      'Jonas knows what that looked like in March.',
      'We have better backups since then, but they are still backups.',
    ],
    [
      'Option B runs both for a week.',
      'With B we keep the old worker for one week, so undo is one setting.',
      'It costs us six gigabytes, and somebody has to remember to switch the old one off.',
      'I would put that into the rota, so that it has a name and a day.',
      'Viewers see no difference, whichever worker made their file.',
      'If a file fails in the new worker, the old one takes it, and we see it on the storage page.',
      'After the week we delete the old worker, and its setting with it.',
    ],
    [
      'I made a small chart of the last ten incidents.',
      'Eight of them would have been one setting.',
      'The other two were the network, and no worker helps with that.',
      'So I lean to B.',
      'Please tell me by this afternoon, then it can be in the release of tomorrow.',
      'Thank you, and have a good day.',
    ],
  ],
};

export const emptyStates: Spoken = {
  kind: 'video',
  title: 'Empty states, second pass.webm',
  picture: 'empty-states',
  parts: [
    [
      'Here is the second pass over the empty states.',
      'Each one says what belongs there, and how to start.',
      'No drawings of empty boxes, and nobody is blamed for having nothing.',
      'The first one is the inbox when nobody is waiting.',
      'It is the best thing that can happen, so it should feel like that.',
      'It says when the next digest comes, so that nobody looks again in between.',
      'The second one is for recordings.',
      'I am not sure about the words below the title.',
      'They may be too clever for somebody who has just set up the hub.',
    ],
    [
      'The third one is a channel without threads.',
      'A title that asks is half of the answer.',
      'Please look at that one above all, it is the first that an owner sees.',
      'Is the tone right?',
      'I am happy to write all three again.',
    ],
  ],
};

export const osaka: Spoken = {
  kind: 'voice',
  title: 'Osaka.webm',
  parts: [
    [
      'I am on the train back from Osaka, so please forgive the noise.',
      'They asked for three things.',
      'The first one is captions in Japanese, for recordings that are in English.',
      'The second one is a longer retention, five years, because of their auditors.',
      'The third one is a quiet day: no digest on the day of their review.',
      'All three sound right to me.',
    ],
    [
      'And there is one that we should say no to.',
      'They want to see who has watched what, for all of their people.',
      'I said that we do not count that, and why.',
      'They listened, but they want to hear it from you as well.',
      'Could you write two sentences that I may pass on?',
    ],
  ],
};

export const travel: Spoken = {
  kind: 'video',
  title: 'Travel policy.webm',
  picture: 'sofie',
  parts: [
    [
      'Hello everyone.',
      'There is one change in the travel policy for next year.',
      'Trains first, for anything under six hours.',
      'If a train takes longer you choose what suits you, and nobody asks why.',
      'Please say that you have seen it, whenever it suits you.',
    ],
  ],
};

export const lateCaptions: Spoken = {
  kind: 'video',
  title: 'Captions for old recordings.webm',
  picture: 'captions',
  parts: [
    [
      'We have twelve hundred old recordings without captions.',
      'The question is where the captions should live.',
      'Beside the file, they move with the recording, and the backup stays one copy of one folder.',
      'In the database, search finds them at once.',
    ],
  ],
};

export const handover: Spoken = {
  kind: 'video',
  title: 'Handover of the release.webm',
  picture: 'priya',
  parts: [
    [
      'A short handover for the release of last week.',
      'All of it went out on Wednesday, and nothing had to be taken back.',
      'What is left is the new search, which Amara has behind a setting.',
    ],
  ],
};

export const boardUpdate: Spoken = {
  kind: 'video',
  title: 'Board update, part 2.webm',
  picture: 'captions',
  isUnwritten: true,
  parts: [['The second half of the board update.', 'Everything in it is in the notes as well.']],
};

export const osakaCall: Spoken = {
  kind: 'voice',
  title: 'Customer call, Osaka.webm',
  isUnwritten: true,
  parts: [['The call of this morning, as it was.']],
};
