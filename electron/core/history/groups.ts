/** Things that hang together: what happens to one of them happens to all. */
export type Groups = {
  /** Puts them into one group; each is made known by it. */
  readonly join: (...names: readonly string[]) => void;
  /** The name that stands for the whole group. */
  readonly find: (name: string) => string;
};

/** Source: union-find with halved paths (Tarjan, van Leeuwen 1984). */
export function createGroups(): Groups {
  const parents = new Map<string, string>();

  function find(name: string): string {
    let at = name;
    for (;;) {
      const parent = parents.get(at) ?? at;
      if (parent === at) return at;
      const above = parents.get(parent) ?? parent;
      parents.set(at, above);
      at = above;
    }
  }

  return {
    join: (...names) => {
      const [first, ...others] = names;
      if (first === undefined) return;
      for (const name of others) parents.set(find(name), find(first));
    },
    find,
  };
}
