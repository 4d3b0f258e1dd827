import '@testing-library/jest-dom/vitest';
import { i18n } from '@lingui/core';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { messages } from '~/i18n/compiled/en';

i18n.loadAndActivate({ locale: 'en', messages });
afterEach(cleanup);
