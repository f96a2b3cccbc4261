import { isStopWord } from '../../../search/stopwords.ts';
import { BOOSTS, type Peer, type PeerDocument } from './document.ts';

/** MiniSearch: BM25+ with fuzzy and prefix matches of words that are long enough for them. */
export async function createMiniSearch(documents: readonly PeerDocument[]): Promise<Peer> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<PeerDocument>({
    fields: ['title', 'aliases', 'questions', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return isStopWord(word) ? null : word;
    },
    searchOptions: { boost: BOOSTS, fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents);
  return {
    name: 'MiniSearch',
    search: (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
}
