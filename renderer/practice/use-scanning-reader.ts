import { useSnapshot, useView } from '../desk.ts';

/** The number of the virtual reader that scans: the chosen one while it is plugged in, else the first that is. */
export function useScanningReader(): number {
  const chosen = useView((view) => view.practiceReader);
  return useSnapshot(({ practice }) => {
    const plugged = practice?.readers.filter(({ isPlugged }) => isPlugged) ?? [];
    return (plugged.find(({ number }) => number === chosen) ?? plugged[0])?.number ?? chosen;
  });
}
