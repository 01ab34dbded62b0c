import { useLingui, useTimes } from '../language';
import { niceTop, pathsOf } from './waiting-paths';

const WIDTH = 640;
const HEIGHT = 150;

/** Jobs that waited over a day: a line, and the same in words. */
export function WaitingChart({ samples }: { samples: { at: string; waiting: number }[] }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const values = samples.map(({ waiting }) => waiting);
  const top = niceTop(Math.max(0, ...values));
  const highest = samples.reduce<(typeof samples)[number] | undefined>(
    (best, sample) => (!best || sample.waiting > best.waiting ? sample : best),
    undefined,
  );
  const now = values.at(-1) ?? 0;
  const { line, area } = pathsOf(values, top, WIDTH, HEIGHT);
  const words = highest
    ? i18n._('Jobs waiting over the last 24 hours. Highest {highest} at {time}, now {now}.', {
        highest: highest.waiting,
        time: times.since(highest.at),
        now,
      })
    : i18n._('Nothing was measured yet.');
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  return (
    <>
      <h2>
        {i18n._('Jobs waiting')} <small>{i18n._('last 24 hours, all queues')}</small>
      </h2>
      {samples.length < 2 ? (
        <p className="note">{words}</p>
      ) : (
        <svg className="chart" viewBox="0 0 690 180" role="img" aria-label={words} direction="ltr">
          <g transform="translate(0 6)">
            {[0, top / 3, (2 * top) / 3, top].map((value) => (
              <g key={value}>
                <line className="gl" x1="0" x2={WIDTH} y1={y(value)} y2={y(value)} />
                <text x={WIDTH + 8} y={y(value) + 4}>
                  {times.number(Math.round(value))}
                </text>
              </g>
            ))}
            <path className="area" d={area} />
            <path className="ln" d={line} />
            <circle cx={WIDTH} cy={y(now)} r="4" fill="var(--tide)" />
            <text x="0" y="170">
              {times.clock(samples[0]!.at)}
            </text>
            <text x={WIDTH} y="170" textAnchor="end">
              {i18n._('now')}
            </text>
          </g>
        </svg>
      )}
    </>
  );
}
