import { BOOSTS, type Peer, type PeerDocument, topicWords } from './document.ts';

/** fuse.js alone, in its token search: each word of the question is matched by itself. */
export async function createFuse(documents: readonly PeerDocument[]): Promise<Peer> {
  const { default: Fuse } = await import('fuse.js');
  const fuse = new Fuse(documents, {
    keys: Object.entries(BOOSTS).map(([name, weight]) => ({ name, weight })),
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.3,
    useTokenSearch: true,
  });
  return {
    name: 'fuse.js',
    search(question, limit) {
      const words = topicWords(question);
      if (words.length === 0) return [];
      return fuse
        .search(words.join(' '), { limit })
        .map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) }));
    },
  };
}
