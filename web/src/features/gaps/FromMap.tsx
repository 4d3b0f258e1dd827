import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { DirectorySearch } from '~/features/directory/search';
import { useWords } from '~/features/words';
import { Button, Notice } from '~/ui';
import { soughtAge } from './words';

/** How the map narrowed the list, in words, and the way back to all of it. */
export function FromMap({ search }: { search: DirectorySearch }) {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
  const how = [
    ...(search.open ? [t`checked within 180 days, with no word that there is no room`] : []),
    ...(search.tribal ? [t`tribal programs`] : []),
    ...(search.ages ? [t`taking all of this age: ${word(soughtAge, search.ages)}`] : []),
  ].join('; ');
  return (
    <Notice>
      <p>{t`Only these services are shown: ${how}.`}</p>
      <Button
        small
        look="quiet"
        onClick={() =>
          void navigate({
            to: '/resources',
            search: { ...search, ages: undefined, open: undefined, tribal: undefined },
            replace: true,
          })
        }
      >{t`Show the others too`}</Button>
    </Notice>
  );
}
