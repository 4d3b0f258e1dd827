import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { speak } from './i18n';
import { preferences, show } from './preferences';
import './ui/theme/styles';
import { adoptTheme } from './ui/theme/stylesheet';

adoptTheme();
show();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
await speak(preferences().language);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
