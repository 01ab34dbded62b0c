import { encodeArguments } from './encode-arguments.js';
import { packingArguments } from './packing-arguments.js';
import { planRenditions } from './plan-renditions.js';
import { type Hardware, hardwareEncoder, hardwareNames, software, type VideoEncoder } from './video-encoders.js';

const plan = planRenditions({
  durationMs: 60_000,
  byteSize: 1,
  video: {
    ...{ streamIndex: 0, codec: 'vp8', width: 1280, height: 720, rotation: 0, frameRate: 30, isVariable: false },
    ...{ pixelFormat: 'yuv420p', hdrTransfer: null, isHdr: false },
  },
  audio: { streamIndex: 1, codec: 'opus', channels: 1, sampleRateHz: 48_000 },
});
const argumentsOf = (encoder: VideoEncoder) => encodeArguments(plan, { canToneMap: true, encoder }, null);
/** The values that an option has, one for each output that names it. */
const valuesOf = (given: readonly string[], option: string) =>
  given.flatMap((one, index) => (one === option ? [given[index + 1]] : []));

describe('the encoders of pictures', () => {
  it.each<[Hardware['name'], string, string, string[], string]>([
    [
      'vaapi',
      '/dev/dri/renderD128',
      'h264_vaapi',
      ['-init_hw_device', 'vaapi=hw:/dev/dri/renderD128', '-filter_hw_device', 'hw'],
      'format=nv12,hwupload',
    ],
    ['vaapi', '', 'h264_vaapi', ['-init_hw_device', 'vaapi=hw:', '-filter_hw_device', 'hw'], 'format=nv12,hwupload'],
    ['nvenc', '', 'h264_nvenc', [], ''],
    ['qsv', '/dev/dri/renderD129', 'h264_qsv', ['-qsv_device', '/dev/dri/renderD129'], 'format=nv12'],
    ['videotoolbox', '', 'h264_videotoolbox', [], 'format=nv12'],
  ])('%s on "%s"', (name, device, codec, before, frames) => {
    const encoder = hardwareEncoder({ name, device });
    expect(encoder.device).toEqual(before);
    const given = argumentsOf(encoder);
    expect(valuesOf(given, '-c:v')).toEqual([codec, codec]);
    const graph = valuesOf(given, '-filter_complex')[0]!.split(';');
    // What goes to the next rung stays where scaling finds it.
    expect(graph.filter((one) => /(split|360).*(hwupload|nv12).*down/.test(one))).toEqual([]);
    expect(graph.filter((one) => one.endsWith(`${frames}[o0]`))).toHaveLength(frames ? 1 : 0);
    expect(graph.filter((one) => one.endsWith(`${frames}[o1]`))).toHaveLength(1);
    expect(valuesOf(given, '-maxrate')).toEqual(['2800000', '800000']);
    // Segments of four seconds begin with a picture of their own, and none waits for a later one.
    expect(valuesOf(given, '-force_key_frames')).toHaveLength(2);
    expect(valuesOf(given, '-g')).toEqual(['120', '120']);
    expect(valuesOf(given, '-bf')).toEqual(['0', '0']);
    expect(given).not.toContain('libx264');
  });

  it('says which NVIDIA card', () => {
    expect(valuesOf(argumentsOf(hardwareEncoder({ name: 'nvenc', device: '1' })), '-gpu')).toEqual(['1', '1']);
  });

  it('is libx264 with constant quality on the cores', () => {
    const given = argumentsOf(software(3));
    expect(valuesOf(given, '-c:v')).toEqual(['libx264', 'libx264']);
    expect(valuesOf(given, '-crf')).toEqual(['22', '24']);
    expect(valuesOf(given, '-threads')).toEqual(['3', '3']);
    expect(valuesOf(given, '-level:v')).toEqual(['3.1', '3']);
  });

  it('delays the sound of segments only by what the encoder keeps back', () => {
    const delayOf = (encoder: VideoEncoder) => valuesOf(packingArguments(plan, encoder.framesKeptBack), '-itsoffset');
    expect(delayOf(software(1))).toEqual([(2 / 30).toFixed(6)]);
    for (const name of hardwareNames) expect(delayOf(hardwareEncoder({ name, device: '' }))).toEqual(['0.000000']);
  });
});
