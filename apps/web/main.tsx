import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/index.css';
import { Hub } from './hub';
import { startLanguage } from './language';
import { keepForOffline } from './offline';

keepForOffline();
await startLanguage();
createRoot(document.getElementById('hub')!).render(
  <StrictMode>
    <Hub />
  </StrictMode>,
);
