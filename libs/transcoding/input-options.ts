/** 8K; beyond, one frame alone fills the memory of a small server. */
export const MAX_PIXELS = 7680 * 4320;

/**
 * Options that open a file that somebody has sent, as what its bytes were found to be and as nothing else. Left to
 * itself ffmpeg takes playlists for recordings and opens what they name: other files, addresses inside the network.
 */
export const inputOptions = (demuxer: string, path: string): string[] => [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  demuxer,
  // A QuickTime file may say that its samples lie in another one.
  ...(demuxer === 'mov' ? ['-enable_drefs', '0'] : []),
  '-f',
  demuxer,
  '-i',
  `file:${path}`,
];

/**
 * For what decodes; the largest picture may be hidden behind a small first one. Not for the probe, which then finds no
 * picture at all where there is one too large.
 */
export const decodingOptions = (threads: number): string[] => [
  '-threads',
  String(threads),
  '-max_pixels',
  String(MAX_PIXELS),
];

/** Options that open a file that we have made, in the directory in which the tool runs. */
export const ownInput = (name: string): string[] => ['-protocol_whitelist', 'file', '-f', 'mov', '-i', `file:${name}`];

/** No questions, no chatter, no file left from a former attempt. */
export const quietly = ['-nostdin', '-hide_banner', '-v', 'error', '-y'];
