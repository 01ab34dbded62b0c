import fc from 'fast-check';
import {
  type FigureName,
  figureNames,
  LEAST_PEOPLE,
  type PersonFigures,
  protectedWeek,
  STEP,
  together,
} from './protection.js';

const figure = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
);
const person = fc.record({
  group: fc.constantFrom('Africa', 'America', 'Asia', 'Europe'),
  figures: fc.record({
    asked: figure,
    owed: figure,
    answeredInTime: figure,
    urgent: figure,
    offHoursInterruptions: figure,
  }),
});
const organization = fc
  .array(person, { maxLength: 40 })
  .map((people) => people.map((one, index): PersonFigures => ({ id: `m${index}`, ...one })));

/** Everything of a week that somebody can look at for one figure: whose figures each number holds. */
function views(people: readonly PersonFigures[], name: FigureName): ReadonlySet<string>[] {
  const shown = protectedWeek(people);
  const behind = people.filter(({ figures }) => figures[name] > 0);
  const all = shown.organization[name] === null ? [] : [new Set(behind.map(({ id }) => id))];
  const groups = shown.groups
    .filter(({ figures }) => figures[name] !== null)
    .map((group) => new Set(behind.filter((one) => one.group === group.name).map(({ id }) => id)));
  return [...all, ...unions(groups)];
}

/** Groups are of different people, so any of them can be added up. */
function unions(groups: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  return Array.from(
    { length: 2 ** groups.length - 1 },
    (_, mask) => new Set(groups.flatMap((group, index) => (((mask + 1) >> index) & 1 ? [...group] : []))),
  );
}

const without = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((id) => !other.has(id)).length;

it('tells nothing about fewer than five, by itself or less any other view', () => {
  fc.assert(
    fc.property(organization, (people) => {
      for (const name of figureNames) {
        const all = views(people, name);
        for (const one of all) {
          expect(one.size).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          for (const other of all) {
            const rest = without(one, other);
            // A difference is known where one view lies within the other.
            if (without(other, one) === 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

it('does not tell that a hidden group did nothing', () => {
  fc.assert(
    fc.property(organization, (people) => {
      const shown = protectedWeek(people);
      const names = new Set(people.map(({ group }) => group));
      for (const name of figureNames) {
        const seen = shown.groups.filter(({ figures }) => figures[name] !== null);
        if (shown.organization[name] === null || seen.length === names.size) continue;
        const hidden = people.filter(
          ({ group, figures }) => figures[name] > 0 && !seen.some((one) => one.name === group),
        );
        expect(hidden.length).toBeGreaterThanOrEqual(LEAST_PEOPLE);
      }
    }),
    { numRuns: 500 },
  );
});

it('rounds, and names no group of fewer than five', () => {
  fc.assert(
    fc.property(organization, (people) => {
      const { organization: sum, groups } = protectedWeek(people);
      for (const figures of [sum, ...groups.map((one) => one.figures)]) {
        for (const name of figureNames) expect((figures[name] ?? 0) % STEP).toBe(0);
      }
      for (const { name } of groups) {
        expect(people.filter(({ group }) => group === name).length).toBeGreaterThanOrEqual(LEAST_PEOPLE);
      }
    }),
  );
});

it('makes months of what weeks show, and of nothing else', () => {
  fc.assert(
    fc.property(fc.array(organization, { minLength: 1, maxLength: 5 }), (weeks) => {
      const shown = weeks.map(protectedWeek);
      const month = together(shown);
      for (const name of figureNames) {
        const values = shown.map((week) => week.organization[name]);
        const sum = values.every((value) => value !== null) ? values.reduce<number>((a, b) => a + b!, 0) : null;
        expect(month.organization[name]).toBe(sum);
      }
    }),
  );
});
