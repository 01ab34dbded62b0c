import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/index.css';
import { Hub } from './hub';
import { startLanguage } from './language';
import { keepForOffline } from './offline';
import { router } from './routes';

keepForOffline();
await startLanguage();
createRoot(document.getElementById('hub')!).render(
  <StrictMode>
    <Hub />
  </StrictMode>,
);

/** What an earlier visit recorded goes on to be sent, once the page itself has come. */
const SETTLED_MS = 1_500;
setTimeout(async () => {
  const { resumeAtStart } = await import('./uploads/at-start');
  resumeAtStart((draft) => void router.navigate({ to: '/new', search: { draft } }));
}, SETTLED_MS);
