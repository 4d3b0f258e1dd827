import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconFolder, IconHome, IconInbox } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Viewer } from '~/gql';

export interface Place {
  to: string;
  label: MessageDescriptor;
  icon: ComponentType<{ size?: number }>;
  /** Absent for those who may not: not greyed. */
  needs?: Viewer['can'][number];
  /** The second key after G. */
  key: string;
  /** Kept in the phone's bottom bar. */
  onPhone?: boolean;
}

/** The navigation: the same order for everybody, at most eight. */
export const places: readonly Place[] = [
  { to: '/', label: msg`Today`, icon: IconHome, key: 't', onPhone: true },
  { to: '/requests', label: msg`Requests`, icon: IconInbox, key: 'i', needs: 'REQUEST_VIEW' },
  {
    to: '/cases',
    label: msg`Cases`,
    icon: IconFolder,
    key: 'c',
    needs: 'CASE_VIEW',
    onPhone: true,
  },
];

export const placesFor = (viewer: Viewer): readonly Place[] =>
  places.filter((place) => !place.needs || viewer.can.includes(place.needs));
