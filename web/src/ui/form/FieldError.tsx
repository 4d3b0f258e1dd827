import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

/** The words beside a field that is not one of ours (a list of rows, a picture). */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return children ? (
    <Input.Error {...(id ? { id } : {})} role="alert">
      {children}
    </Input.Error>
  ) : null;
}
