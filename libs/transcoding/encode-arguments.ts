import type { RenditionPlan } from './plan-renditions.js';

/** Seconds between key frames and so of HLS segments: a seek decodes this much at most. */
export const SEGMENT_SECONDS = 4;

/** Where the encoded streams lie between encoding and packing. */
export const rungFile = (name: string): string => `rung-${name}.mp4`;
export const AUDIO_FILE = 'audio.m4a';

/**
 * Options behind the input for the one command that decodes: every rung and the sound are made from that decode, each
 * into a file of its own. Packing them (HLS, MP4) afterwards only copies.
 */
export function encodeArguments(
  plan: RenditionPlan,
  { canToneMap, threads }: { canToneMap: boolean; threads: number },
): string[] {
  const graph: string[] = [];
  const outputs: string[] = [];
  if (plan.rungs.length > 0) {
    const toneMap =
      plan.isHdr && canToneMap ? 'zscale=t=linear:npl=100,tonemap=hable,zscale=t=bt709:m=bt709:p=bt709:r=tv,' : '';
    const copies = plan.rungs.map((_, index) => `[v${index}]`).join('');
    graph.push(`[0:v:0]fps=${plan.frameRate},${toneMap}split=${plan.rungs.length}${copies}`);
    plan.rungs.forEach((rung, index) => {
      graph.push(`[v${index}]scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1,format=yuv420p[o${index}]`);
      outputs.push(
        '-map',
        `[o${index}]`,
        '-map_metadata',
        '-1',
        '-map_chapters',
        '-1',
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-profile:v',
        'high',
        '-level:v',
        String(rung.level / 10),
        '-crf',
        String(rung.crf),
        '-maxrate',
        String(rung.maxBitrateBps),
        '-bufsize',
        String(rung.maxBitrateBps * 2),
        '-force_key_frames',
        `expr:gte(t,n_forced*${SEGMENT_SECONDS})`,
        '-sc_threshold',
        '0',
        '-threads',
        String(threads),
        '-video_track_timescale',
        '90000',
        '-f',
        'mp4',
        rungFile(rung.name),
      );
    });
  }
  if (plan.audio) {
    graph.push(`[0:a:0]loudnorm=I=${plan.loudnessLufs}:TP=-1.5:LRA=11,aresample=48000:async=1:first_pts=0[a]`);
    outputs.push(
      '-map',
      '[a]',
      '-map_metadata',
      '-1',
      '-map_chapters',
      '-1',
      '-c:a',
      'aac',
      '-b:a',
      String(plan.audio.bitrateBps),
      '-ac',
      String(plan.audio.channels),
      '-movflags',
      '+faststart',
      '-f',
      'mp4',
      AUDIO_FILE,
    );
  }
  return ['-filter_complex', graph.join(';'), ...outputs];
}
