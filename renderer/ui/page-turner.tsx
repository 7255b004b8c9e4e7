import { Button } from './button.tsx';

type PageTurnerProps = {
  readonly label: string;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** Which of how many, in words. */
  readonly words: string;
  readonly back: string;
  readonly forward: string;
  readonly onShow: (page: number) => void;
};

/** The way through a list by its pages; nothing, where there is one. */
export function PageTurner({ label, page, pageCount, words, back, forward, onShow }: PageTurnerProps) {
  if (pageCount <= 1) return null;
  return (
    <nav className="pages" aria-label={label}>
      <Button kind="quiet" icon="left" aria-label={back} isDisabled={page === 0} onPress={() => onShow(page - 1)} />
      <span>{words}</span>
      <Button
        kind="quiet"
        icon="right"
        aria-label={forward}
        isDisabled={page >= pageCount - 1}
        onPress={() => onShow(page + 1)}
      />
    </nav>
  );
}
