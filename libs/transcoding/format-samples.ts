/** Options of ffmpeg that make one short recording of each kind that people upload. */

export const SAMPLE_SECONDS = 1.5;
export const picture = (size = '128x72', rate = 10) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=size=${size}:rate=${rate}:duration=${SAMPLE_SECONDS}`,
];
const sound = (layout = 'mono') => [
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=440:duration=${SAMPLE_SECONDS}`,
  '-ac',
  layout === '5.1' ? '6' : layout === 'stereo' ? '2' : '1',
];
export const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
export const hevc = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'];
const aac = ['-c:a', 'aac'];
const hdr = (transfer: string) => [
  ...['-vf', 'scale=out_color_matrix=bt2020nc,format=yuv420p10le', ...hevc],
  ...['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc'],
];

export interface FormatSample {
  /** Its file name; the extension chooses the container. */
  file: string;
  make: string[];
  demuxer: string;
  /** Of the largest rung; left out without a picture. */
  size?: [number, number];
  /** Of what is played; left out without sound. */
  channels?: number;
  seconds?: number;
}

const size: [number, number] = [128, 72];
const both = { size, channels: 1 };
/** What telephones, cameras, programs and archives write, in short. */
export const formatSamples: FormatSample[] = [
  { file: 'h264.mp4', make: [...picture(), ...sound(), ...h264, ...aac], demuxer: 'mov', ...both },
  {
    file: 'h264-10-bit-444.mkv',
    make: [...picture(), ...sound(), '-c:v', 'libx264', '-pix_fmt', 'yuv444p10le', ...aac],
    demuxer: 'matroska',
    ...both,
  },
  { file: 'hevc.mp4', make: [...picture(), ...sound(), ...hevc, '-tag:v', 'hvc1', ...aac], demuxer: 'mov', ...both },
  { file: 'hevc.mkv', make: [...picture(), ...sound(), ...hevc, '-c:a', 'ac3'], demuxer: 'matroska', ...both },
  {
    file: 'vp9.webm',
    make: [
      ...picture(),
      ...sound(),
      '-c:v',
      'libvpx-vp9',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-c:a',
      'libopus',
    ],
    demuxer: 'matroska',
    ...both,
  },
  {
    file: 'vp8.webm',
    make: [...picture(), ...sound(), '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis'],
    demuxer: 'matroska',
    ...both,
  },
  {
    file: 'av1.mp4',
    make: [...picture(), ...sound(), '-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime', ...aac],
    demuxer: 'mov',
    ...both,
  },
  {
    file: 'av1.webm',
    make: [...picture(), ...sound(), '-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime', '-c:a', 'libopus'],
    demuxer: 'matroska',
    ...both,
  },
  {
    file: 'prores.mov',
    make: [...picture(), ...sound('stereo'), '-c:v', 'prores_ks', '-profile:v', '3', '-c:a', 'pcm_s24le'],
    demuxer: 'mov',
    size,
    channels: 2,
  },
  {
    file: 'prores-4444-alpha.mov',
    make: [...picture(), '-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le'],
    demuxer: 'mov',
    size,
  },
  {
    file: 'mjpeg.avi',
    make: [...picture(), ...sound(), '-c:v', 'mjpeg', '-c:a', 'pcm_s16le'],
    demuxer: 'avi',
    ...both,
  },
  {
    file: 'mpeg4.avi',
    make: [...picture(), ...sound(), '-c:v', 'mpeg4', '-c:a', 'libmp3lame'],
    demuxer: 'avi',
    ...both,
  },
  {
    file: 'h263.3gp',
    make: [...picture('176x144'), ...sound(), '-c:v', 'h263', ...aac],
    demuxer: 'mov',
    size: [176, 144],
    channels: 1,
  },
  { file: 'h264.3gp', make: [...picture(), ...sound(), ...h264, ...aac], demuxer: 'mov', ...both },
  { file: 'h264.ts', make: [...picture(), ...sound(), ...h264, ...aac], demuxer: 'mpegts', ...both },
  { file: 'wmv.wmv', make: [...picture(), ...sound(), '-c:v', 'wmv2', '-c:a', 'wmav2'], demuxer: 'asf', ...both },
  { file: 'flash.flv', make: [...picture(), ...sound(), ...h264, ...aac], demuxer: 'flv', ...both },
  {
    file: 'mpeg2.mpg',
    make: [...picture('128x72', 25), ...sound(), '-c:v', 'mpeg2video', '-c:a', 'mp2'],
    demuxer: 'mpeg',
    ...both,
  },
  {
    file: 'theora.ogv',
    make: [...picture(), ...sound(), '-c:v', 'libtheora', '-c:a', 'libvorbis'],
    demuxer: 'ogg',
    ...both,
  },
  { file: 'pcm.wav', make: [...sound('stereo'), '-c:a', 'pcm_s24le'], demuxer: 'wav', channels: 2 },
  { file: 'telephone.wav', make: [...sound(), '-ar', '8000', '-c:a', 'pcm_mulaw'], demuxer: 'wav', channels: 1 },
  { file: 'lossless.flac', make: [...sound('stereo'), '-c:a', 'flac'], demuxer: 'flac', channels: 2 },
  { file: 'song.mp3', make: [...sound('stereo'), '-c:a', 'libmp3lame'], demuxer: 'mp3', channels: 2 },
  { file: 'memo.m4a', make: [...sound(), ...aac], demuxer: 'mov', channels: 1 },
  { file: 'alac.m4a', make: [...sound(), '-c:a', 'alac'], demuxer: 'mov', channels: 1 },
  { file: 'vorbis.ogg', make: [...sound('stereo'), '-c:a', 'libvorbis'], demuxer: 'ogg', channels: 2 },
  { file: 'opus.ogg', make: [...sound(), '-c:a', 'libopus'], demuxer: 'ogg', channels: 1 },
  { file: 'raw.aac', make: [...sound(), ...aac, '-f', 'adts'], demuxer: 'aac', channels: 1 },
  { file: 'surround.mp4', make: [...picture(), ...sound('5.1'), ...h264, ...aac], demuxer: 'mov', size, channels: 2 },
  { file: 'surround.flac', make: [...sound('5.1'), '-c:a', 'flac'], demuxer: 'flac', channels: 2 },
  { file: 'no-sound.mov', make: [...picture(), ...h264], demuxer: 'mov', size },
  {
    file: 'odd.mkv',
    make: [...picture('129x73'), ...sound(), '-c:v', 'ffv1', '-c:a', 'flac'],
    demuxer: 'matroska',
    size: [128, 72],
    channels: 1,
  },
  {
    file: 'tiny.mkv',
    make: ['-f', 'lavfi', '-i', 'color=red:size=4x4:rate=10:duration=1.5,format=bgr0,crop=3:1', '-c:v', 'ffv1'],
    demuxer: 'matroska',
    size: [2, 2],
  },
  { file: 'portrait.mp4', make: [...picture('72x128'), ...h264], demuxer: 'mov', size: [72, 128] },
  {
    file: 'wide-pixels.mp4',
    make: [...picture('96x72'), '-vf', 'setsar=4/3', ...h264],
    demuxer: 'mov',
    size: [128, 72],
  },
  {
    file: 'interlaced.mp4',
    make: [...picture('128x72', 25), '-vf', 'interlace', ...h264, '-flags', '+ilme+ildct'],
    demuxer: 'mov',
    size,
  },
  {
    file: 'full-range.mp4',
    make: [...picture(), '-vf', 'scale=out_range=pc', ...h264, '-color_range', 'pc'],
    demuxer: 'mov',
    size,
  },
  {
    file: 'still.mp4',
    make: [
      '-f',
      'lavfi',
      '-i',
      'color=red:size=128x72:rate=1:duration=2',
      ...sound(),
      ...h264,
      '-tune',
      'stillimage',
      ...aac,
    ],
    demuxer: 'mov',
    ...both,
    seconds: 2,
  },
  { file: 'slow-motion.mp4', make: [...picture('128x72', 120), ...h264], demuxer: 'mov', size },
  { file: 'pq.mp4', make: [...picture(), ...hdr('smpte2084'), '-tag:v', 'hvc1'], demuxer: 'mov', size },
  { file: 'hlg.mov', make: [...picture(), ...hdr('arib-std-b67'), '-tag:v', 'hvc1'], demuxer: 'mov', size },
  {
    file: 'uneven.mkv',
    make: [...picture('128x72', 30), ...sound(), '-vf', `select='gt(random(1),0.5)'`, '-vsync', 'vfr', ...h264, ...aac],
    demuxer: 'matroska',
    ...both,
  },
];
