/** A made-up team: who they are, where and when they work. */
export interface Person {
  handle: string;
  name: string;
  timeZone: string;
  /** On working days; a shift list where a day has two. */
  hours: [start: string, end: string][];
  days?: readonly string[];
}

export const organizationName = 'Juniper Works';
/** One for all: this is a demonstration on your own machine. */
export const password = 'juniper works demo';
export const mailOf = ({ handle }: Person): string => `${handle}@juniper.example`;

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
export const daysOf = (person: Person): readonly string[] => person.days ?? weekdays;

export const priya: Person = {
  handle: 'priya',
  name: 'Priya Raman',
  timeZone: 'Europe/Berlin',
  hours: [['09:00', '17:30']],
};
export const jonas: Person = {
  handle: 'jonas',
  name: 'Jonas Lindqvist',
  timeZone: 'Europe/Stockholm',
  hours: [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ],
};
export const amara: Person = {
  handle: 'amara',
  name: 'Amara Okafor',
  timeZone: 'Africa/Lagos',
  hours: [['08:00', '16:00']],
};
export const yuki: Person = {
  handle: 'yuki',
  name: 'Yuki Tanaka',
  timeZone: 'Asia/Tokyo',
  hours: [['09:00', '17:30']],
};
export const leila: Person = {
  handle: 'leila',
  name: 'Leila Haddad',
  timeZone: 'Asia/Beirut',
  hours: [['08:00', '16:00']],
};
export const mateo: Person = {
  handle: 'mateo',
  name: 'Mateo Ruiz',
  timeZone: 'America/Mexico_City',
  hours: [['08:00', '16:00']],
  days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'],
};
export const sofie: Person = {
  handle: 'sofie',
  name: 'Sofie Brandt',
  timeZone: 'Europe/Copenhagen',
  hours: [['07:30', '15:30']],
};

/** The first one sets the hub up and owns it. */
export const cast: readonly [Person, ...Person[]] = [priya, jonas, amara, yuki, leila, mateo, sofie];
