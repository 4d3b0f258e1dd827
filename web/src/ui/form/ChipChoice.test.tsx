import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { TestScreen } from '~/test/TestScreen';
import { ChipChoice } from './ChipChoice';

const choices = [
  { value: 'PHONE', label: 'Phone' },
  { value: 'TEXT', label: 'Text message' },
] as const;

describe('a choice by chips', () => {
  it('is one group of radio buttons, so that Tab stops once and arrows move within', () => {
    render(
      <TestScreen>
        <ChipChoice label="How" choices={choices} value="PHONE" onChange={() => undefined} />
        <ChipChoice label="Who" choices={choices} value="TEXT" onChange={() => undefined} />
      </TestScreen>,
    );
    const names = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name);
    expect(names[0]).not.toBe('');
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
  });
});
