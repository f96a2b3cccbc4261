import { BOOSTS, type Peer, type PeerDocument, topicWords } from './document.ts';

/** fuse.js alone, in its token search, over names and questions: over whole texts it is slower and finds less. */
export async function createFuse(documents: readonly PeerDocument[]): Promise<Peer> {
  const { default: Fuse } = await import('fuse.js');
  const named = documents.map(({ id, title, aliases, questions }) => ({
    id,
    title,
    aliases: aliases.split('\n'),
    questions: questions.split('\n'),
  }));
  const fuse = new Fuse(named, {
    keys: (['title', 'aliases', 'questions'] as const).map((name) => ({ name, weight: BOOSTS[name] })),
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.2,
    useTokenSearch: true,
  });
  return {
    name: 'fuse.js',
    every: 40,
    setup: 'token search, threshold 0.2, over names and questions without the texts, stop words dropped',
    search(question, limit) {
      const words = topicWords(question);
      if (words.length === 0) return [];
      return fuse
        .search(words.join(' '), { limit })
        .map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) }));
    },
  };
}
