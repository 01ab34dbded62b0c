import { parseArgs } from 'node:util';
import { startChromium } from '../test/support/chromium.js';
import { fakeDevices } from '../test/support/fake-devices.js';
import { keepResults } from './results.js';
import { WebHub } from './web-hub.js';
import {
  asItIs,
  inboxUsable,
  keyToPaint,
  lostWithTheTab,
  type Slowness,
  slowPhone,
  slowUp,
  stopToPlayable,
} from './web-measures.js';

/* The bundled client in a real browser, against its budgets. A busy machine makes every figure worse. */
const { values: flags } = parseArgs({
  options: {
    items: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'inbox,keys,playable,lost' },
  },
});
const rounds = Number(flags.rounds);

interface Figure {
  what: string;
  unit: 'ms' | 's';
  /** Of single measurements. */
  values: number[];
  budget: number;
  /** The part of the values that has to be within the budget. */
  part: number;
}

const [hub, browser] = await Promise.all([WebHub.start(Number(flags.items)), fakeDevices().then(startChromium)]);
try {
  const figures: Figure[] = [];
  const measure = async (figure: Omit<Figure, 'values'>, once: (round: number) => Promise<number[]>) => {
    const values: number[] = [];
    for (let round = 0; round < rounds; round++) values.push(...(await once(round)));
    figures.push({ ...figure, values });
    process.stdout.write(`${lineOf(figures.at(-1)!)}\n`);
  };
  for (const [slowness, budget] of wanted('inbox', [
    [asItIs, 800],
    [slowPhone, 1_800],
  ])) {
    const what = `inbox of ${flags.items} open items usable, nothing cached, ${slowness.name}`;
    await measure({ what, unit: 'ms', budget, part: 0.5 }, async () => [await inboxUsable(browser, hub, slowness)]);
  }
  for (const [slowness, budget] of wanted('keys', [
    [asItIs, 50],
    [{ ...slowPhone, name: '4x CPU' }, 100],
  ])) {
    const what = `key press to paint, ${slowness.name}`;
    await measure({ what, unit: 'ms', budget, part: 0.95 }, () => keyToPaint(browser, hub, slowness));
  }
  for (const [slowness, budget] of wanted('playable', [
    [{ ...asItIs, name: 'loopback' }, 1_000],
    [slowUp, 2_000],
  ])) {
    const what = `Stop to playable in another browser, ${slowness.name}`;
    await measure({ what, unit: 'ms', budget, part: 0.95 }, async (round) => [
      await stopToPlayable(browser, hub, { slowness, title: `Recorded ${slowness.name} ${round}` }),
    ]);
  }
  for (const [, budget] of wanted('lost', [[asItIs, 1]]))
    await measure({ what: 'lost when the tab dies', unit: 's', budget, part: 1 }, async (round) => [
      await lostWithTheTab(browser, hub, 6 + round * 0.37),
    ]);
  keepResults('web', figures);
} finally {
  await browser.close();
  await hub.stop();
}

function wanted(name: string, conditions: [Slowness, number][]): [Slowness, number][] {
  return flags.only.split(',').includes(name) ? conditions : [];
}

function lineOf({ what, unit, values, budget, part }: Figure): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
  const words = (value: number): string => (unit === 's' ? value.toFixed(2) : value.toFixed(0));
  const verdict = at(part) <= budget ? 'within' : 'OVER';
  const name = part === 0.5 ? 'median' : part === 1 ? 'worst' : `p${part * 100}`;
  return `${what}: median ${words(at(0.5))}, ${name} ${words(at(part))} ${unit}, worst ${words(at(1))}; ${verdict} ${words(budget)} ${unit} (${values.length})`;
}
