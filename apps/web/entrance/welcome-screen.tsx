import { useState } from 'react';
import { useLingui } from '../language';
import { usePageTitle } from '../shell';
import { AccountStep } from './account-step';
import { CameraStep } from './camera-step';
import { EntranceFrame } from './entrance-frame';
import { TeamStep, ZoneStep } from './team-steps';
import { MailStep, StorageStep } from './test-steps';

const STEPS = 6;

/** The first run: six steps, each but the first may be skipped and done later in the administration. */
export function WelcomeScreen() {
  const { i18n } = useLingui();
  const [step, setStep] = useState(1);
  usePageTitle(i18n._('Set up'));
  const next = () => (step === STEPS ? location.replace('/admin') : setStep(step + 1));
  const texts = [
    [i18n._('Welcome'), i18n._('This hub is yours. Make the first account: it owns the organisation.')],
    [i18n._('Your team'), i18n._('The name that everybody sees.')],
    [i18n._('Your working time'), i18n._('Messages reach each person in their own hours. Yours come first.')],
    [i18n._('Mail'), i18n._('Invitations and digests go by mail. Without it both still work here, by link and page.')],
    [i18n._('Storage'), i18n._('Recordings are kept here. A small file is written, read back and removed.')],
    [i18n._('Camera and microphone'), i18n._('Browsers allow recording on this machine itself and over HTTPS only.')],
  ] as const;
  const [title, lead] = texts[step - 1]!;
  return (
    <EntranceFrame wide title={title} lead={lead}>
      <div className="steps" role="img" aria-label={i18n._('Step {step} of {count}', { step, count: STEPS })}>
        {texts.map(([name], index) => (
          <i key={name} className={index < step ? 'done' : undefined} />
        ))}
      </div>
      {step === 1 && <AccountStep onDone={next} />}
      {step === 2 && <TeamStep onDone={next} />}
      {step === 3 && <ZoneStep onDone={next} />}
      {step === 4 && <MailStep onDone={next} />}
      {step === 5 && <StorageStep onDone={next} />}
      {step === 6 && <CameraStep onDone={next} />}
    </EntranceFrame>
  );
}
