import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { speak } from './i18n';
import { preferences, show } from './preferences';
import { guardBackForwardCache, loadSiteConfig } from './safety';
import './ui/theme/styles';
import { adoptTheme } from './ui/theme/stylesheet';

adoptTheme();
guardBackForwardCache();
show();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
await Promise.all([speak(preferences().language), loadSiteConfig()]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
