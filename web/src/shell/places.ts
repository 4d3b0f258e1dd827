import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  IconAddressBook,
  IconCalendarEvent,
  IconChecklist,
  IconFolder,
  IconHome,
  IconInbox,
  IconLayoutDashboard,
  IconSend,
  IconSettings,
  IconShieldLock,
} from '@tabler/icons-react';
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
  /** A key that leads there by itself. */
  alone?: string;
  /** Kept in the phone's bottom bar. */
  onPhone?: boolean;
}

/** The navigation: the same order for everybody, at most eight. */
export const places: readonly Place[] = [
  { to: '/', label: msg`Today`, icon: IconHome, key: 't', onPhone: true },
  { to: '/board', label: msg`Board`, icon: IconLayoutDashboard, key: 'b', needs: 'BOARD_VIEW' },
  { to: '/requests', label: msg`Requests`, icon: IconInbox, key: 'i', needs: 'REQUEST_VIEW' },
  {
    to: '/cases',
    label: msg`Cases`,
    icon: IconFolder,
    key: 'c',
    needs: 'CASE_VIEW',
    onPhone: true,
  },
  {
    to: '/resources',
    label: msg`Directory`,
    icon: IconAddressBook,
    key: 'd',
    needs: 'SERVICE_SEARCH',
  },
  { to: '/referrals', label: msg`Referrals`, icon: IconSend, key: 'r', needs: 'REFERRAL_VIEW' },
  {
    to: '/staffings',
    label: msg`Staffings`,
    icon: IconCalendarEvent,
    key: 's',
    needs: 'STAFFING_VIEW',
  },
  {
    to: '/review',
    label: msg`Plans to approve`,
    icon: IconChecklist,
    key: 'p',
    alone: 'r',
    needs: 'PLAN_APPROVE',
  },
  {
    to: '/admin',
    label: msg`Administration`,
    icon: IconSettings,
    key: 'a',
    needs: 'USER_VIEW',
  },
  { to: '/privacy', label: msg`Audit trail`, icon: IconShieldLock, key: 'v', needs: 'AUDIT_VIEW' },
];

export const placesFor = (viewer: Viewer): readonly Place[] =>
  places.filter((place) => !place.needs || viewer.can.includes(place.needs));
