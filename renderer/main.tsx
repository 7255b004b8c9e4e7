import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createDesk } from './desk.ts';
import './i18n.ts';
import { createSounds } from './sounds.ts';
import './theme/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const desk = createDesk(
  window.station,
  createSounds(() => new AudioContext()),
  () => window.print(),
);

createRoot(root).render(
  <StrictMode>
    <App desk={desk} />
  </StrictMode>,
);
