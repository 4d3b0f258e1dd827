import { useLingui } from '@lingui/react/macro';
import { IconEye, IconEyeOff, IconHelp, IconSearch, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { toggleNames, useNamesHidden } from '~/safety';
import { IconButton } from '~/ui';
import { useOverlays } from './overlays';
import css from './shell.module.css';

/** Find, hide names, help, own settings. On a phone they are under "More". */
export function HeaderTools() {
  const { t } = useLingui();
  const overlays = useOverlays();
  const hidden = useNamesHidden();
  const navigate = useNavigate();
  return (
    <div className={css.tools}>
      <button type="button" className={css.find} onClick={() => overlays.open('find')}>
        <IconSearch size={18} aria-hidden />
        <span>{t`Find`}</span>
        <kbd aria-hidden>/</kbd>
      </button>
      <IconButton label={hidden ? t`Show names` : t`Hide names`} onClick={toggleNames}>
        {hidden ? <IconEye size={20} aria-hidden /> : <IconEyeOff size={20} aria-hidden />}
      </IconButton>
      <IconButton label={t`Keys and help`} onClick={() => overlays.open('help')}>
        <IconHelp size={20} aria-hidden />
      </IconButton>
      <IconButton label={t`My settings`} onClick={() => void navigate({ to: '/me' })}>
        <IconUser size={20} aria-hidden />
      </IconButton>
    </div>
  );
}
