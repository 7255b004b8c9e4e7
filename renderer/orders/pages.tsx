import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';

type PagesProps = {
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly onShow: (page: number) => void;
};

/** The way through a thousand pages: step by step, to either end, or to a number that is typed. */
export function Pages({ page, pageCount, onShow }: PagesProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const area = useRef<HTMLElement>(null);

  // Before the page is drawn: a browser takes the focus from a button that can do no more and gives it to nobody.
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (active instanceof HTMLButtonElement && active.disabled && area.current?.contains(active))
      area.current.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [page]);

  if (pageCount <= 1) return null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (Number.isSafeInteger(wanted)) onShow(Math.min(Math.max(wanted, 1), pageCount) - 1);
  };
  const last = pageCount - 1;
  return (
    <nav ref={area} className="pages order-pages" aria-label={t('orders.pages.label')}>
      <Button kind="quiet" isDisabled={page === 0} onPress={() => onShow(0)}>
        {t('orders.pages.first')}
      </Button>
      <Button
        kind="quiet"
        icon="left"
        aria-label={t('orders.pages.previous')}
        isDisabled={page === 0}
        onPress={() => onShow(page - 1)}
      />
      <form className="order-pages-form" onSubmit={submit}>
        <label>
          {t('orders.pages.page')}{' '}
          <input
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={typed ?? String(page + 1)}
            onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, ''))}
            onBlur={() => setTyped(null)}
          />
        </label>{' '}
        {t('orders.pages.of', { count: pageCount })}
      </form>
      <Button
        kind="quiet"
        icon="right"
        aria-label={t('orders.pages.next')}
        isDisabled={page >= last}
        onPress={() => onShow(page + 1)}
      />
      <Button kind="quiet" isDisabled={page >= last} onPress={() => onShow(last)}>
        {t('orders.pages.last')}
      </Button>
    </nav>
  );
}
