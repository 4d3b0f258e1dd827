import '@testing-library/jest-dom/vitest';
import { i18n } from '@lingui/core';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { messages } from '~/i18n/compiled/en';
import { lazy } from '~/i18n/compiled/lazy';

i18n.loadAndActivate({ locale: 'en', messages });
for (const words of Object.values(lazy)) i18n.load('en', (await words.en()).messages);
afterEach(cleanup);
