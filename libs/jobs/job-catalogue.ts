import type { Job } from '#queue';

/** Every job of the hub by its name; the apps list them. */
export class JobCatalogue {
  private readonly byName: ReadonlyMap<string, Job>;

  constructor(readonly jobs: readonly Job[]) {
    this.byName = new Map(jobs.map((job) => [job.name, job]));
    if (this.byName.size !== jobs.length) throw new TypeError('Two jobs of the catalogue have the same name.');
  }

  /** @throws TypeError for a name that no job has: a job was taken out of the code while some of it were waiting */
  named(name: string): Job {
    const job = this.byName.get(name);
    if (!job) throw new TypeError(`No job is named ${name}.`);
    return job;
  }
}
