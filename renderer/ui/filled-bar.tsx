type FilledBarProps = { readonly doneCount: number; readonly allCount: number };

/** How much of something is done. The words beside it say the same, so it is for the eye only. */
export function FilledBar({ doneCount, allCount }: FilledBarProps) {
  const share = allCount === 0 ? 0 : Math.min(1, doneCount / allCount);
  return (
    <div className="filled-bar" aria-hidden="true" data-full={share === 1 || undefined}>
      <div style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
